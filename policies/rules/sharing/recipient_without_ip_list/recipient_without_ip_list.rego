# METADATA
# scope: package
# title: Recipients with a token are bound to addresses
# description: |
#   Looks at `ip_access_list` of every recipient that is known by a token. Whoever gets hold of the token reads the shared
#   data; a list of addresses lets it do so from the partner's network alone. A list that holds every address
#   (`0.0.0.0/0`, `::/0`) is none. Recipients on Databricks and those of a federation have no token to lose.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/delta-sharing/access-list
#     description: Addresses of recipients
#   - ref: https://docs.databricks.com/aws/en/delta-sharing/create-recipient
#     description: Recipients outside Databricks, their tokens and addresses
# custom:
#   id: DBX-SHR-003
#   severity: high
#   sets: [strict, production]
#   resource_types: [databricks_recipient]
#   attributes: [authentication_type, "ip_access_list[].allowed_ip_addresses"]
#   remediation: Add an ip_access_list with the addresses of the partner.
#   controls:
#     sat: [GOV-18]
#     dasf: [DASF 51]
#     nist-800-53: [AC-21, AC-4, SC-7, SC-7(5), AC-17]
#     cis-controls: ["3.3", "12.2", "13.4"]
#     iso-27001: [A.5.14, A.8.20, A.8.22]
#     soc2: [CC6.7, CC6.6]
package policies.rules.sharing.recipient_without_ip_list

import data.policies.lib.blocks
import data.policies.lib.recipients
import data.policies.lib.results
import data.policies.lib.values

deny contains result if {
	some recipient in recipients.by_token
	recipients.certain(recipient)
	_is_open(recipient)
	result := results.at(recipient, "ip_access_list", sprintf("Whoever has the token of recipient %s reads the shared data from anywhere; wanted is an ip_access_list", [recipients.name(recipient)]))
}

deny contains result if {
	some recipient in recipients.by_token
	recipients.certain(recipient)
	some [path, address] in _addresses(recipient)
	_everywhere[address]
	result := results.at(recipient, path, sprintf("The ip_access_list of recipient %s holds every address (%s); wanted are those of the partner", [recipients.name(recipient), address]))
}

undecided contains result if {
	some recipient in recipients.by_token
	not recipients.certain(recipient)
	result := results.at(recipient, "authentication_type", sprintf("Whether recipient %s has a token, and needs an ip_access_list, is not known yet", [recipients.name(recipient)]))
}

undecided contains result if {
	some recipient in recipients.by_token
	recipients.certain(recipient)
	_may_be_open(recipient)
	result := results.at(recipient, "ip_access_list", sprintf("From which addresses recipient %s reads is not known yet; wanted are those of the partner", [recipients.name(recipient)]))
}

checked := recipients.addresses

_is_open(recipient) if {
	not values.unknown(recipient, "ip_access_list")
	count(_lists(recipient)) == 0
}

_is_open(recipient) if {
	lists := _lists(recipient)
	count(lists) > 0
	every list in lists {
		object.get(list.values, "allowed_ip_addresses", []) == []
		not list.unknown.allowed_ip_addresses
	}
}

_may_be_open(recipient) if values.unknown(recipient, "ip_access_list")

_may_be_open(recipient) if {
	some list in _lists(recipient)
	list.unknown.allowed_ip_addresses
}

_lists(recipient) := blocks.of(recipient.values, blocks.unknown(recipient), "ip_access_list")

_addresses(recipient) := [[sprintf("%s.allowed_ip_addresses[%d]", [list.path, i]), address] |
	some list in _lists(recipient)
	is_array(list.values.allowed_ip_addresses)
	some i, address in list.values.allowed_ip_addresses
]

_everywhere := {"0.0.0.0/0", "::/0"}
