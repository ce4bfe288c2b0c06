# METADATA
# scope: package
# title: Network policies say who may reach a workspace
# description: |
#   Looks at the ingress of account network policies (context-based ingress). Without it, or with
#   FULL_ACCESS from public networks, whoever holds a credential reaches the workspace from anywhere.
#   `ingress_dry_run` only notes what it would forbid.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/security/network/front-end/context-based-ingress
#     description: Context-based ingress
#   - ref: https://registry.terraform.io/providers/databricks/databricks/latest/docs/resources/account_network_policy
#     description: The resource, and its defaults
# custom:
#   id: DBX-NET-024
#   severity: medium
#   sets: [strict]
#   resource_types: [databricks_account_network_policy]
#   attributes: ["ingress[].public_access[].restriction_mode"]
#   remediation: Set `ingress` with `public_access` of the mode RESTRICTED_ACCESS and rules for whom to let in.
#   controls:
#     sat: [NS-12]
#     nist-800-53: [SC-7, SC-7(5), AC-17]
#     cis-controls: ["12.2", "13.4"]
#     iso-27001: [A.8.20, A.8.22]
#     soc2: [CC6.6]
package policies.rules.network.ingress_open

import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.values

deny contains result if {
	some policy_ in resources.present.databricks_account_network_policy
	values.unset(policy_, "ingress")
	result := results.at(policy_, "ingress", sprintf("Network policy %s does not say who may reach a workspace; wanted is ingress", [policy_.address]))
}

deny contains result if {
	some policy_ in resources.present.databricks_account_network_policy
	policy_.values.ingress.public_access.restriction_mode == "FULL_ACCESS"
	result := results.at(policy_, _mode, sprintf("Network policy %s lets everybody on the internet reach a workspace; wanted is RESTRICTED_ACCESS", [policy_.address]))
}

undecided contains result if {
	some policy_ in resources.present.databricks_account_network_policy
	_hides_mode(policy_.unknown)
	result := results.at(policy_, _mode, sprintf("Whom network policy %s lets reach a workspace is not known yet", [policy_.address]))
}

checked contains address if some address, _ in resources.present.databricks_account_network_policy

_hides_mode(unknown) if unknown == true

_hides_mode(unknown) if unknown.ingress == true

_hides_mode(unknown) if unknown.ingress.public_access == true

_hides_mode(unknown) if unknown.ingress.public_access.restriction_mode == true

_mode := "ingress.public_access.restriction_mode"
