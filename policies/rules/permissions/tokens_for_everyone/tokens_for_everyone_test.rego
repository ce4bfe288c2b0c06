package policies.rules.permissions.tokens_for_everyone_test

import data.policies.lib.testing_test as given
import data.policies.rules.permissions.tokens_for_everyone as policy

_answers(fields) := answers if {
	document := given.plan(set(), [given.resource("databricks_permissions", fields)])
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_of(authorization, entries, unknown) := _answers({
	"values": {"authorization": authorization, "access_control": entries},
	"unknown": {"access_control": unknown},
})

_address := "databricks_permissions.x"

_everyone := [{"group_name": "users", "permission_level": "CAN_USE"}]

test_everyone if {
	_of("tokens", _everyone, []) == given.denied(
		_address,
		"access_control[0].permission_level",
		`"users", which is everyone, holds CAN_USE on personal access tokens; wanted is a small group`,
	)
	_of("tokens", [{"group_name": "account users", "permission_level": "CAN_MANAGE"}], []) == given.denied(
		_address,
		"access_control[0].permission_level",
		`"account users", which is everyone, holds CAN_MANAGE on personal access tokens; wanted is a small group`,
	)
}

test_a_group if _of("tokens", [{"group_name": "automation", "permission_level": "CAN_USE"}], []) == given.passes(_address)

test_passwords if {
	_of("passwords", _everyone, []) == given.nothing
	_of("passwords", [], true) == given.nothing
}

test_not_known_yet if {
	_of("tokens", [{"permission_level": "CAN_USE"}], [{"group_name": true}]) == given.undecided(
		_address,
		"access_control[0].permission_level",
		"Who may use personal access tokens is not known yet; wanted is a small group",
	)
	_answers({"values": {"access_control": _everyone}, "unknown": {"authorization": true}}) == given.undecided(
		_address,
		"access_control[0].permission_level",
		"What everyone may use here is not known yet; personal access tokens are for a small group",
	)
	_answers({"unknown": {"authorization": true, "access_control": true}}) == given.undecided(
		_address,
		"access_control",
		"Who may use personal access tokens is not known yet; wanted is a small group",
	)
}

test_other_objects if _answers({"values": {"job_id": "12", "access_control": _everyone}}) == given.nothing

test_permissions_that_go_away if _answers({"action": "delete", "before": {"authorization": "tokens"}}) == given.nothing
