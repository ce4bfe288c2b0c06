package policies.rules.sharing.recipient_without_expiry_test

import data.policies.lib.testing_test as given
import data.policies.rules.sharing.recipient_without_expiry as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_of(values, unknown) := _answers(given.plan(set(), [given.resource("databricks_recipient", {
	"values": object.union({"name": "partner"}, values),
	"unknown": unknown,
})]))

_token(values, unknown) := _of(object.union({"authentication_type": "TOKEN"}, values), unknown)

_address := "databricks_recipient.x"

_passes := given.passes(_address)

_denied := given.denied(_address, "expiration_time", "Recipient partner has a token and no expiration_time; wanted is when the token ends")

_in_doubt := given.undecided(_address, "expiration_time", "Whether recipient partner has a token that ends is not known yet; wanted is an expiration_time")

test_no_end if {
	_token({}, {"tokens": true}) == _denied
	_token({"expiration_time": 0, "tokens": []}, {}) == _denied
	_token({"tokens": [{"expiration_time": 1893456000000}, {"id": "a"}]}, {}) == _denied
	_token({"expiration_time": "soon"}, {}) == _denied
}

test_an_end if {
	_token({"expiration_time": 1893456000000}, {}) == _passes
	_token({"expiration_time": 1}, {}) == _passes
	_token({"tokens": [{"expiration_time": 1893456000000}]}, {}) == _passes
}

test_no_token if {
	_of({"authentication_type": "DATABRICKS"}, {}) == _passes
}

test_not_known_yet if {
	_token({}, {"expiration_time": true}) == _in_doubt
	_of({}, {"authentication_type": true}) == _in_doubt
	_of({"expiration_time": 1893456000000}, {"authentication_type": true}) == _passes
}

test_a_recipient_that_goes_away if {
	_answers(given.plan(set(), [given.resource("databricks_recipient", {"action": "delete"})])) == given.nothing
}
