# METADATA
# scope: package
# title: Serverless compute reaches only allowed destinations
# description: |
#   Looks at the egress of account network policies. With FULL_ACCESS serverless compute sends data
#   anywhere; in DRY_RUN what is forbidden is only noted. Workspaces without a policy of their own
#   follow `default-policy` of the account, which is looked at where the document has it.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/security/network/serverless-network-security/manage-network-policies
#     description: Network policies for serverless egress
#   - ref: https://registry.terraform.io/providers/databricks/databricks/latest/docs/resources/account_network_policy
#     description: The resource, and its defaults
# custom:
#   id: DBX-NET-023
#   severity: high
#   sets: [strict]
#   resource_types: [databricks_account_network_policy]
#   attributes:
#     - "egress[].network_access[].restriction_mode"
#     - "egress[].network_access[].policy_enforcement[].enforcement_mode"
#   remediation: Set `restriction_mode` to RESTRICTED_ACCESS with the destinations that are needed, and `enforcement_mode` to ENFORCED.
#   controls:
#     sat: [NS-9, NS-14]
#     nist-800-53: [SC-7(5), SC-7(10), AC-4]
#     cis-controls: ["13.4", "3.13"]
#     iso-27001: [A.8.12, A.8.22]
#     soc2: [CC6.6, CC6.7]
package policies.rules.network.egress_open

import data.policies.lib.resources
import data.policies.lib.results

deny contains result if {
	some policy_ in resources.present.databricks_account_network_policy
	policy_.values.egress.network_access.restriction_mode == "FULL_ACCESS"
	result := results.at(policy_, _mode, sprintf("Network policy %s lets serverless compute reach everything; wanted is RESTRICTED_ACCESS", [policy_.address]))
}

deny contains result if {
	some policy_ in resources.present.databricks_account_network_policy
	access := policy_.values.egress.network_access
	access.restriction_mode != "FULL_ACCESS"
	access.policy_enforcement.enforcement_mode == "DRY_RUN"
	result := results.at(policy_, _enforcement, sprintf("Network policy %s only notes what it forbids (DRY_RUN); wanted is ENFORCED", [policy_.address]))
}

undecided contains result if {
	some policy_ in resources.present.databricks_account_network_policy
	not policy_.values.egress.network_access.restriction_mode
	result := results.at(policy_, _mode, sprintf("What network policy %s lets serverless compute reach is not known; wanted is RESTRICTED_ACCESS", [policy_.address]))
}

undecided contains result if {
	some policy_ in resources.present.databricks_account_network_policy
	policy_.values.egress.network_access.restriction_mode != "FULL_ACCESS"
	_hides_enforcement(policy_.unknown.egress.network_access)
	result := results.at(policy_, _enforcement, sprintf("Whether network policy %s enforces what it forbids is not known yet", [policy_.address]))
}

checked contains address if some address, _ in resources.present.databricks_account_network_policy

_hides_enforcement(access) if access.policy_enforcement == true

_hides_enforcement(access) if access.policy_enforcement.enforcement_mode == true

_mode := "egress.network_access.restriction_mode"

_enforcement := "egress.network_access.policy_enforcement.enforcement_mode"
