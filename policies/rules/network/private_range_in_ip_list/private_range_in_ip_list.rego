# METADATA
# scope: package
# title: IP access lists name public addresses
# description: |
#   Looks for ranges of private networks (RFC 1918) in IP access lists. The lists are applied to
#   requests from the internet, which never come from such an address: what was meant has no effect.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/security/network/front-end/ip-access-list-workspace
#     description: IP access lists of workspaces
#   - ref: https://www.rfc-editor.org/rfc/rfc1918#section-3
#     description: Addresses of private networks
# custom:
#   id: DBX-NET-003
#   severity: low
#   sets: [strict]
#   resource_types: [databricks_ip_access_list]
#   attributes: [ip_addresses, enabled]
#   remediation: Name the public addresses from which the requests leave the network.
#   controls:
#     nist-800-53: [SC-7, SC-7(5), AC-17]
#     cis-controls: ["12.2", "13.4"]
#     iso-27001: [A.8.20, A.8.22]
#     soc2: [CC6.6]
package policies.rules.network.private_range_in_ip_list

import data.policies.lib.addresses
import data.policies.lib.results

deny contains result if {
	some address, list in addresses.lists
	some entry in addresses.ranges[address]
	some private in _private
	addresses.covers(private, entry.range)
	result := results.at(list, entry.path, sprintf(
		"IP access list %s names %s, an address of a private network; wanted are public ones",
		[address, entry.text],
	))
}

undecided contains result if {
	some address, list in addresses.lists
	some path in addresses.doubts[address]
	result := results.at(list, path, sprintf("Whether IP access list %s names addresses of private networks is not known yet", [address]))
}

checked contains address if some address, _ in addresses.lists

_private := [range |
	some text in ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"]
	range := addresses.parse(text)
]
