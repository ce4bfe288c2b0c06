# METADATA
# scope: package
# title: Customer-managed keys cover both use cases
# description: |
#   Looks at `use_cases` of the customer-managed keys of a document. One key for both, or one for each,
#   is as good; where no key of the document covers a use case, each of its keys is a finding.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/security/keys/customer-managed-keys
#     description: Customer-managed keys
#   - ref: https://registry.terraform.io/providers/databricks/databricks/latest/docs/resources/mws_customer_managed_keys
#     description: The resource
# custom:
#   id: DBX-NET-021
#   severity: low
#   sets: [strict]
#   resource_types: [databricks_mws_customer_managed_keys]
#   attributes: [use_cases]
#   remediation: Add the missing use case to `use_cases`, or a key for it.
#   controls:
#     sat: [DP-3]
#     dasf: [DASF 8, DASF 30]
#     nist-800-53: [SC-12, SC-28(1)]
#     cis-controls: ["3.11"]
#     iso-27001: [A.8.24]
#     soc2: [CC6.1]
package policies.rules.network.key_use_cases

import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.values

deny contains result if {
	some key in resources.present.databricks_mws_customer_managed_keys
	_open == {}
	some use_case in (_wanted - _covered)
	result := results.at(key, "use_cases", sprintf("No customer-managed key is for %s", [use_case]))
}

undecided contains result if {
	some key in _open
	some use_case in (_wanted - _covered)
	result := results.at(key, "use_cases", sprintf("Whether a customer-managed key is for %s is not known yet", [use_case]))
}

checked contains address if some address, _ in resources.present.databricks_mws_customer_managed_keys

_wanted := {"MANAGED_SERVICES", "STORAGE"}

_covered := {use_case |
	some key in resources.present.databricks_mws_customer_managed_keys
	some use_case in values.elements(key.values, "use_cases")
}

_open := {address: key |
	some address, key in resources.present.databricks_mws_customer_managed_keys
	key.unknown.use_cases
}
