package policies.rules.permissions.principals_of_entry_test

import data.policies.lib.testing_test as given
import data.policies.rules.permissions.principals_of_entry as policy

_answers(fields) := answers if {
	document := given.plan(set(), [given.resource("databricks_permissions", fields)])
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_entry(values, unknown) := _answers({
	"values": {"job_id": "12", "access_control": [object.union({"permission_level": "CAN_VIEW"}, values)]},
	"unknown": {"access_control": [unknown]},
})

_address := "databricks_permissions.x"

_not_known := "How many principals an entry on job 12 names is not known yet; wanted is one"

test_nobody if {
	every values in [{}, {"group_name": "", "user_name": "", "service_principal_name": ""}] {
		_entry(values, false) == given.denied(_address, "access_control[0]", "An entry on job 12 names nobody; wanted is one principal")
	}
}

test_several if {
	_entry({"user_name": "bob@example.com", "group_name": "etl", "service_principal_name": ""}, {"permission_level": true}) == given.denied(
		_address,
		"access_control[0]",
		"An entry on job 12 names group_name and user_name; wanted is one of them",
	)
	_entry({"user_name": "bob@example.com", "group_name": "etl"}, {"service_principal_name": true}) == given.denied(
		_address,
		"access_control[0]",
		"An entry on job 12 names group_name and user_name; wanted is one of them",
	)
}

test_one if {
	_entry({"group_name": "etl"}, false) == given.passes(_address)
	_entry({"service_principal_name": "7c1f0a4e", "user_name": ""}, false) == given.passes(_address)
	_entry({}, {"user_name": true}) == given.passes(_address)
}

test_not_known_yet if {
	_entry({"group_name": "etl"}, {"user_name": true}) == given.undecided(_address, "access_control[0]", _not_known)
	_entry({}, {"group_name": true, "user_name": true}) == given.undecided(_address, "access_control[0]", _not_known)
	_entry({}, true) == given.undecided(_address, "access_control[0]", _not_known)
	_answers({"values": {"job_id": "12"}, "unknown": {"access_control": true}}) == given.undecided(_address, "access_control", _not_known)
}

test_permissions_that_go_away if _answers({"action": "delete"}) == given.nothing
