package policies.rules.secrets.token_in_state_test

import data.policies.lib.testing_test as given
import data.policies.rules.secrets.token_in_state as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_types := ["databricks_token", "databricks_obo_token"]

test_a_token if {
	every type in _types {
		address := sprintf("%s.x", [type])
		denied := given.denied(address, "token_value", sprintf("Terraform keeps the token that %s makes in clear in the state", [address]))
		_answers(given.plan(set(), [given.resource(type, {"unknown": {"token_value": true}})])) == denied
		_answers(given.state(set(), [given.resource(type, {"values": {"token_value": "(sensitive value 3f9a12ab)"}})])) == denied
	}
}

test_a_token_that_goes_away if {
	every type in _types {
		_answers(given.plan(set(), [given.resource(type, {"action": "delete"})])) == given.nothing
	}
}

test_no_token if {
	_answers(given.plan(set(), [given.resource("databricks_job", {})])) == given.nothing
}
