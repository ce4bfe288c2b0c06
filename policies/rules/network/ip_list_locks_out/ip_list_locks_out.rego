# METADATA
# scope: package
# title: IP access lists let in who is required
# description: |
#   Compares the ranges that the IP access lists of a document let in with those in the parameter
#   `required`, such as those of deployments and of administrators in an emergency. A required range
#   must lie in one range; where several cover it together, it is undecided. Nothing is looked at where
#   nothing is required.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/security/network/front-end/ip-access-list-workspace
#     description: IP access lists of workspaces
#   - ref: https://registry.terraform.io/providers/databricks/databricks/latest/docs/resources/ip_access_list
#     description: The resource
# custom:
#   id: DBX-NET-027
#   severity: high
#   sets: [strict, production]
#   resource_types: [databricks_ip_access_list]
#   attributes: [ip_addresses, list_type, enabled]
#   remediation: Add the required range to a list that lets in, before the list is applied.
#   controls:
#     nist-800-53: [SC-7, SC-7(5), AC-17, CP-2, SC-5]
#     cis-controls: ["12.2", "13.4"]
#     iso-27001: [A.8.20, A.8.22, A.8.6, A.8.14]
#     soc2: [CC6.6, A1.1, A1.2]
#   parameters:
#     required:
#       description: Ranges that must be let in, such as 203.0.113.7/32; IPv4 alone.
#       default: []
#       schema: {type: array, items: {type: string, pattern: "^[0-9]{1,3}([.][0-9]{1,3}){3}(/[0-9]{1,2})?$"}, uniqueItems: true}
package policies.rules.network.ip_list_locks_out

import data.policies.lib.addresses
import data.policies.lib.parameters
import data.policies.lib.results

deny contains result if {
	some text in _left_out
	_doubtful == false
	not _is_met_in_part(text)
	result := results.at(_first, "ip_addresses", sprintf("No IP access list lets in %s, which is required", [text]))
}

undecided contains result if {
	some text in _left_out
	_may_be_let_in(text)
	result := results.at(_first, "ip_addresses", sprintf("Whether IP access lists let in %s, which is required, is not known yet", [text]))
}

checked contains address if {
	count(_required) > 0
	some address, _ in addresses.allows
}

_required := parameters.of("DBX-NET-027", "required")

_first := addresses.lists[min({address | some address, _ in addresses.allows})]

_left_out := {text |
	some text in _required
	required := addresses.parse(text)
	every range in _let_in {
		not addresses.covers(range, required)
	}
}

_let_in := [entry.range |
	some address, certain in addresses.allows
	certain == true
	some entry in addresses.ranges[address]
]

_doubtful := count([address |
	some address, certain in addresses.allows
	true in [certain == "unknown", addresses.doubts[address] != set()]
]) > 0

_may_be_let_in(_) if _doubtful

_may_be_let_in(text) if _is_met_in_part(text)

_is_met_in_part(text) if {
	required := addresses.parse(text)
	some range in _let_in
	addresses.covers(required, range)
}
