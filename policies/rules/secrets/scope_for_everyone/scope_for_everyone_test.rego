package policies.rules.secrets.scope_for_everyone_test

import data.policies.lib.testing_test as given
import data.policies.rules.secrets.scope_for_everyone as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_scope(values, unknown) := _answers(given.plan(set(), [given.resource("databricks_secret_scope", {"values": values, "unknown": unknown})]))

_address := "databricks_secret_scope.x"

_path := "initial_manage_principal"

test_everyone if {
	every group in ["users", "Users", "account users"] {
		_scope({_path: group}, {}) == given.denied(
			_address,
			_path,
			sprintf(`"%s", which is everyone, manages the secret scope databricks_secret_scope.x`, [group]),
		)
	}
}

test_nobody_or_another if {
	_scope({}, {"id": true}) == given.passes(_address)
	_scope({_path: ""}, {}) == given.passes(_address)
	_scope({_path: "admins"}, {}) == given.passes(_address)
	_scope({_path: ["users"]}, {}) == given.passes(_address)
}

test_not_known_yet if {
	undecided := given.undecided(_address, _path, "Who manages the secret scope databricks_secret_scope.x is not known yet")
	_scope({}, {_path: true}) == undecided
	_scope({_path: "(sensitive value 3f9a12ab)"}, {}) == undecided
}

test_a_scope_that_goes_away if {
	_answers(given.plan(set(), [given.resource("databricks_secret_scope", {"action": "delete", "before": {_path: "users"}})])) == given.nothing
}
