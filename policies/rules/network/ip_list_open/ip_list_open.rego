# METADATA
# scope: package
# title: IP access lists do not let in the whole internet
# description: |
#   Looks at the ranges of IP access lists that let in. One with fewer bits than the parameters ask for
#   lets in so many that the list is none; so do two halves of the internet, each of which is such a
#   range. Text that is no range is not judged.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/security/network/front-end/ip-access-list-workspace
#     description: IP access lists of workspaces
#   - ref: https://registry.terraform.io/providers/databricks/databricks/latest/docs/resources/ip_access_list
#     description: The resource
# custom:
#   id: DBX-NET-001
#   severity: high
#   sets: [strict, production]
#   resource_types: [databricks_ip_access_list]
#   attributes: [ip_addresses, list_type, enabled]
#   remediation: Name the ranges from which people and systems come.
#   controls:
#     sat: [NS-5]
#     dasf: [DASF 3]
#     nist-800-53: [SC-7, SC-7(5), AC-17]
#     cis-controls: ["12.2", "13.4"]
#     iso-27001: [A.8.20, A.8.22]
#     soc2: [CC6.6]
#   parameters:
#     least_bits:
#       description: Bits that the prefix of an IPv4 range has at least.
#       default: 8
#       schema: {type: integer, minimum: 1, maximum: 32}
#     least_bits_ipv6:
#       description: Bits that the prefix of an IPv6 range has at least.
#       default: 32
#       schema: {type: integer, minimum: 1, maximum: 128}
package policies.rules.network.ip_list_open

import data.policies.lib.addresses
import data.policies.lib.parameters
import data.policies.lib.results

deny contains result if {
	some [list, entry] in _wide
	addresses.allows[list.address] == true
	result := results.at(list, entry.path, sprintf(
		"IP access list %s lets in %s; wanted are ranges with at least %v bits",
		[list.address, entry.text, _least[entry.range.version]],
	))
}

undecided contains result if {
	some [list, entry] in _wide
	addresses.allows[list.address] == "unknown"
	result := results.at(list, entry.path, sprintf("Whether IP access list %s lets in %s is not known yet", [list.address, entry.text]))
}

undecided contains result if {
	some address, _ in addresses.allows
	some path in addresses.doubts[address]
	result := results.at(addresses.lists[address], path, sprintf("What IP access list %s lets in is not known yet", [address]))
}

checked contains address if some address, _ in addresses.allows

_wide := [[list, entry] |
	some address, list in addresses.lists
	some entry in addresses.ranges[address]
	entry.range.bits < _least[entry.range.version]
]

_least := {
	4: parameters.of("DBX-NET-001", "least_bits"),
	6: parameters.of("DBX-NET-001", "least_bits_ipv6"),
}
