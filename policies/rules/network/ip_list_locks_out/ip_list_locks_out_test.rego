package policies.rules.network.ip_list_locks_out_test

import data.policies.lib.testing_test as given
import data.policies.rules.network.ip_list_locks_out as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_list(values, unknown) := given.resource("databricks_ip_access_list", {"values": object.union({"list_type": "ALLOW"}, values), "unknown": unknown})

_of(required, listed) := answers if {
	answers := _answers(given.plan(set(), listed)) with data.tfcheck.parameters as {"DBX-NET-027": {"required": required}}
}

_address := "databricks_ip_access_list.x"

_allowing(texts) := _list({"ip_addresses": texts}, {"id": true})

_open(text) := given.undecided(_address, "ip_addresses", sprintf("Whether IP access lists let in %s, which is required, is not known yet", [text]))

test_locked_out if {
	_of(["203.0.113.7/32"], [_allowing(["198.51.100.0/24"])]) == given.denied(
		_address,
		"ip_addresses",
		"No IP access list lets in 203.0.113.7/32, which is required",
	)
	other := object.union(_allowing(["192.0.2.0/24"]), {"address": "databricks_ip_access_list.y"})
	{result.address | some result in _of(["203.0.113.7/32"], [_allowing([]), other]).deny} == {_address}
}

test_let_in if {
	_of(["203.0.113.7/32"], [_allowing(["198.51.100.0/24", "203.0.113.0/24"])]) == given.passes(_address)
}

test_nothing_required if {
	_of([], [_allowing(["198.51.100.0/24"])]) == given.nothing
}

test_no_list_lets_in if {
	_of(["203.0.113.7/32"], [_list({"list_type": "BLOCK", "ip_addresses": []}, {})]) == given.nothing
	_of(["203.0.113.7/32"], []) == given.nothing
}

test_not_known_yet if {
	_of(["203.0.113.7/32"], [_list({}, {"ip_addresses": true})]) == _open("203.0.113.7/32")
	_of(["203.0.113.7/32"], [_list({"ip_addresses": ["203.0.113.0/24"]}, {"enabled": true})]) == _open("203.0.113.7/32")
	_of(["203.0.113.0/24"], [_allowing(["203.0.113.0/25", "203.0.113.128/25"])]) == _open("203.0.113.0/24")
}

test_a_list_that_goes_away if {
	_answers(given.plan(set(), [given.resource("databricks_ip_access_list", {"action": "delete"})])) == given.nothing
}
