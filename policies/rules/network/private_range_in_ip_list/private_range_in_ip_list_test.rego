package policies.rules.network.private_range_in_ip_list_test

import data.policies.lib.testing_test as given
import data.policies.rules.network.private_range_in_ip_list as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_list(values, unknown) := _answers(given.plan(set(), [given.resource("databricks_ip_access_list", {
	"values": object.union({"label": "office", "list_type": "ALLOW"}, values),
	"unknown": unknown,
})]))

_address := "databricks_ip_access_list.x"

test_private if {
	every text in ["10.0.0.0/8", "10.1.2.3", "172.31.0.0/16", "192.168.1.0/24"] {
		_list({"ip_addresses": ["203.0.113.7", text]}, {"id": true}) == given.denied(
			_address,
			"ip_addresses[1]",
			sprintf("IP access list databricks_ip_access_list.x names %s, an address of a private network; wanted are public ones", [text]),
		)
	}
}

test_public if {
	_list({"ip_addresses": ["203.0.113.0/24", "172.32.0.0/16", "192.169.0.1", "0.0.0.0/0", "11.0.0.1"]}, {}) == given.passes(_address)
}

test_a_list_that_is_off if {
	_list({"ip_addresses": ["10.0.0.0/8"], "enabled": false}, {}) == given.nothing
}

test_not_known_yet if {
	_list({}, {"ip_addresses": true}) == given.undecided(
		_address,
		"ip_addresses",
		"Whether IP access list databricks_ip_access_list.x names addresses of private networks is not known yet",
	)
}

test_a_list_that_goes_away if {
	_answers(given.plan(set(), [given.resource("databricks_ip_access_list", {"action": "delete"})])) == given.nothing
}
