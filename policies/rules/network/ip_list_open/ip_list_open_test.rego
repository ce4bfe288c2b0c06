package policies.rules.network.ip_list_open_test

import data.policies.lib.testing_test as given
import data.policies.rules.network.ip_list_open as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_list(values, unknown) := _answers(given.plan(set(), [given.resource("databricks_ip_access_list", {
	"values": object.union({"label": "office", "list_type": "ALLOW"}, values),
	"unknown": unknown,
})]))

_address := "databricks_ip_access_list.x"

test_wide_ranges if {
	every pair in [["0.0.0.0/0", 8], ["128.0.0.0/1", 8], ["16.0.0.0/7", 8], ["::/0", 32]] {
		_list({"ip_addresses": [pair[0]]}, {"id": true}) == given.denied(
			_address,
			"ip_addresses[0]",
			sprintf("IP access list databricks_ip_access_list.x lets in %s; wanted are ranges with at least %v bits", pair),
		)
	}
}

test_narrow_ranges if {
	_list({"ip_addresses": ["203.0.113.0/24", "198.51.100.7", "16.0.0.0/8", "2001:db8::/32", "any"]}, {}) == given.passes(_address)
}

test_other_lists if {
	_list({"ip_addresses": ["0.0.0.0/0"], "list_type": "BLOCK"}, {}) == given.nothing
	_list({"ip_addresses": ["0.0.0.0/0"], "enabled": false}, {}) == given.nothing
	_list({"list_type": "BLOCK"}, {"ip_addresses": true}) == given.nothing
}

test_other_limits if {
	document := given.plan(set(), [given.resource("databricks_ip_access_list", {"values": {"list_type": "ALLOW", "ip_addresses": ["203.0.113.0/24", "2001:db8::/48"]}})])
	limits := {"DBX-NET-001": {"least_bits": 25, "least_bits_ipv6": 49}}
	count(_answers(document).deny) == 2 with data.tfcheck.parameters as limits
}

test_not_known_yet if {
	_list({"ip_addresses": ["0.0.0.0/0"]}, {"enabled": true}) == given.undecided(
		_address,
		"ip_addresses[0]",
		"Whether IP access list databricks_ip_access_list.x lets in 0.0.0.0/0 is not known yet",
	)
	_list({}, {"ip_addresses": true}) == given.undecided(_address, "ip_addresses", "What IP access list databricks_ip_access_list.x lets in is not known yet")
}

test_a_list_that_goes_away if {
	_answers(given.plan(set(), [given.resource("databricks_ip_access_list", {"action": "delete"})])) == given.nothing
}
