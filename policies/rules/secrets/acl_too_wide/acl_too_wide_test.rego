package policies.rules.secrets.acl_too_wide_test

import data.policies.lib.testing_test as given
import data.policies.rules.secrets.acl_too_wide as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_acl(principal, permission, unknown) := _answers(given.plan(set(), [given.resource("databricks_secret_acl", {
	"values": {"principal": principal, "permission": permission},
	"unknown": unknown,
})]))

_address := "databricks_secret_acl.x"

test_everyone if {
	every permission in ["READ", "WRITE", "MANAGE"] {
		_acl("Users", permission, {}) == given.denied(
			_address,
			"principal",
			sprintf(`"Users", which is everyone, holds %s on a secret scope`, [permission]),
		)
	}
	_acl("users", "", {"permission": true}) == given.denied(
		_address,
		"principal",
		`"users", which is everyone, holds a permission on a secret scope`,
	)
}

test_a_person_who_writes if {
	every permission in ["write", "MANAGE"] {
		_acl("bob@example.com", permission, {}) == given.denied(
			_address,
			"permission",
			sprintf("The person bob@example.com holds %s on a secret scope; wanted is READ at most", [upper(permission)]),
		)
	}
}

test_others if {
	_acl("bob@example.com", "READ", {}) == given.passes(_address)
	_acl("ml-team", "MANAGE", {"id": true}) == given.passes(_address)
	_acl("7c1f0a4e-1111-4222-8333-444455556666", "WRITE", {}) == given.passes(_address)
	_acl("ml-team", "", {"permission": true}) == given.passes(_address)
	_acl(5, 6, {}) == given.passes(_address)
}

test_not_known_yet if {
	_acl("", "READ", {"principal": true}) == given.undecided(_address, "principal", "Who may use this secret scope is not known yet")
	_acl("bob@example.com", "", {"permission": true}) == given.undecided(
		_address,
		"permission",
		"What the person bob@example.com may do with this secret scope is not known yet; wanted is READ at most",
	)
}

test_one_that_goes_away if {
	_answers(given.plan(set(), [given.resource("databricks_secret_acl", {"action": "delete", "before": {"principal": "users"}})])) == given.nothing
}
