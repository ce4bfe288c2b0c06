package policies.rules.secrets.connection_password_test

import data.policies.lib.testing_test as given
import data.policies.rules.secrets.connection_password as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_connection(values, unknown) := _answers(given.plan(set(), [given.resource("databricks_connection", {"values": values, "unknown": unknown})]))

_address := "databricks_connection.x"

_masked := "(sensitive value 3f9a12ab)"

test_a_secret_in_clear if {
	every name in ["password", "client_secret", "personalAccessToken", "GoogleServiceAccountKeyJson", "pem_private_key", "bearer_token"] {
		_connection({"options": {"host": _masked, name: _masked}}, {}) == given.denied(
			_address,
			sprintf("options.%s", [name]),
			sprintf("Option %s of databricks_connection.x holds a secret in clear", [name]),
		)
	}
}

test_no_secret if {
	_connection({"options": {"host": _masked, "user": _masked, "password": ""}}, {"id": true}) == given.passes(_address)
	_connection({"options": {"password": "{{secrets/a/b}}"}}, {}) == given.passes(_address)
	_connection({"options": {"tokenType": _masked, "personalAccessTokens": _masked}}, {}) == given.passes(_address)
	_connection({"options": "password"}, {}) == given.passes(_address)
	_connection({"options": ["password"]}, {}) == given.passes(_address)
	_connection({}, {}) == given.passes(_address)
}

test_not_known_yet if {
	_connection({}, {"options": true}) == given.undecided(_address, "options", "Whether databricks_connection.x holds a secret in clear is not known yet")
	_connection({"options": {"host": _masked}}, {"options": {"password": true, "user": true}}) == given.undecided(
		_address,
		"options.password",
		"Option password of databricks_connection.x is not known yet; it will stand in clear in the state",
	)
}

test_a_connection_that_goes_away if {
	_answers(given.plan(set(), [given.resource("databricks_connection", {"action": "delete", "before": {"options": {"password": _masked}}})])) == given.nothing
}
