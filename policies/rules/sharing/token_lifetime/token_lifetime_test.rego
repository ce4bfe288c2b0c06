package policies.rules.sharing.token_lifetime_test

import data.policies.lib.testing_test as given
import data.policies.rules.sharing.token_lifetime as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_name := "delta_sharing_recipient_token_lifetime_in_seconds"

_of(values, unknown) := _answers(given.plan(set(), [given.resource("databricks_metastore", {"values": values, "unknown": unknown})]))

_external(values, unknown) := _of(object.union({"delta_sharing_scope": "INTERNAL_AND_EXTERNAL"}, values), unknown)

_address := "databricks_metastore.x"

_passes := given.passes(_address)

_denied(text) := given.denied(_address, _name, sprintf("Tokens of recipients %s; wanted are at most 7776000 seconds", [text]))

_in_doubt := given.undecided(_address, _name, "How long tokens of recipients outside Databricks live is not known yet; wanted are at most 7776000 seconds")

test_without_end if {
	_external({}, {"id": true}) == _denied("never end")
	_external({_name: 0}, {}) == _denied("never end")
}

test_too_long if {
	_external({_name: 7776001}, {}) == _denied("live 7776001 seconds")
}

test_short_enough if {
	_external({_name: 7776000}, {}) == _passes
	_external({_name: "odd"}, {}) == _passes
}

test_nobody_outside if {
	_of({"delta_sharing_scope": "INTERNAL", _name: 0}, {}) == _passes
	_of({}, {}) == _passes
	_of({"delta_sharing_scope": "INTERNAL"}, {_name: true}) == _passes
}

test_another_limit if {
	answers := _external({_name: 3601}, {}) with data.tfcheck.parameters as {"DBX-SHR-001": {"max_seconds": 3600}}
	count(answers.deny) == 1
}

test_not_known_yet if {
	_external({}, {_name: true}) == _in_doubt
	_of({_name: 0}, {"delta_sharing_scope": true}) == _in_doubt
	_of({}, {"delta_sharing_scope": true}) == _in_doubt
	_of({_name: 3600}, {"delta_sharing_scope": true}) == _passes
}

test_a_metastore_that_goes_away if {
	_answers(given.plan(set(), [given.resource("databricks_metastore", {"action": "delete"})])) == given.nothing
}
