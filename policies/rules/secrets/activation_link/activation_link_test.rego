package policies.rules.secrets.activation_link_test

import data.policies.lib.testing_test as given
import data.policies.rules.secrets.activation_link as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_recipient(values, unknown) := _answers(given.state(set(), [given.resource("databricks_recipient", {"values": values, "unknown": unknown})]))

_address := "databricks_recipient.x"

_token(fields) := object.union({"authentication_type": "TOKEN"}, fields)

_link := "https://example.com/activate/1"

_message := "The activation link of databricks_recipient.x stands in clear in the state, and nobody has used it yet"

test_an_unused_link if {
	_recipient(_token({"activated": false, "activation_url": _link}), {}) == given.denied(_address, "activation_url", _message)
	_recipient(_token({"activated": false, "activation_url": "", "tokens": [{}, {"activation_url": _link}]}), {}) == given.denied(
		_address,
		"tokens[1].activation_url",
		_message,
	)
	_recipient({"activated": false, "activation_url": _link}, {"authentication_type": true}) == given.denied(_address, "activation_url", _message)
}

test_no_unused_link if {
	_recipient(_token({"activated": true, "activation_url": _link}), {}) == given.passes(_address)
	_recipient(_token({"activated": true}), {"activation_url": true}) == given.passes(_address)
	_recipient(_token({"activated": false, "tokens": [{}]}), {"id": true}) == given.passes(_address)
	_recipient(_token({}), {"activated": true}) == given.passes(_address)
	_recipient({"authentication_type": "databricks", "activated": false, "activation_url": _link}, {}) == given.passes(_address)
	_recipient({"authentication_type": "DATABRICKS"}, {"activated": true, "activation_url": true}) == given.passes(_address)
}

test_not_known_yet if {
	every case in [
		{"values": _token({}), "unknown": {"activated": true, "activation_url": true, "tokens": true}},
		{"values": _token({"activation_url": _link}), "unknown": {"activated": true}},
		{"values": _token({"activated": false}), "unknown": {"tokens": true}},
		{"values": _token({"activated": false}), "unknown": {"activation_url": true}},
		{"values": _token({"activated": false, "tokens": [{}]}), "unknown": {"tokens": [{"activation_url": true}]}},
		{"values": {}, "unknown": {"authentication_type": true, "activated": true, "activation_url": true}},
	] {
		_recipient(case.values, case.unknown) == given.undecided(
			_address,
			"activation_url",
			"Whether an unused activation link of databricks_recipient.x will stand in the state is not known yet",
		)
	}
}

test_a_recipient_that_goes_away if {
	_answers(given.plan(set(), [given.resource("databricks_recipient", {"action": "delete"})])) == given.nothing
}
