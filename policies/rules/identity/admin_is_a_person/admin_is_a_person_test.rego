package policies.rules.identity.admin_is_a_person_test

import data.policies.lib.testing_test as given
import data.policies.rules.identity.admin_is_a_person as policy

_answers(fields) := answers if {
	document := given.plan(set(), [given.resource("databricks_permission_assignment", fields)])
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_admin(values) := _answers({"values": object.union({"permissions": ["ADMIN"]}, values)})

_address := "databricks_permission_assignment.x"

test_persons_and_everyone if {
	_admin({"user_name": "bob@example.com"}) == given.denied(
		_address, "permissions",
		"The user bob@example.com administers the workspace; wanted is a group of administrators",
	)
	_admin({"group_name": "account users"}) == given.denied(
		_address, "permissions",
		"The group account users administers the workspace; wanted is a group of administrators",
	)
}

test_groups_and_service_principals if {
	_admin({"group_name": "platform-admins"}) == given.passes(_address)
	_admin({"service_principal_name": "users"}) == given.passes(_address)
	_answers({"values": {"user_name": "bob@example.com", "permissions": ["USER"]}}) == given.passes(_address)
}

_nameless(type) := answers if {
	document := given.plan(set(), [
		given.resource(type, {"values": {"id": "2"}, "unknown": {"user_name": true, "application_id": true}}),
		given.resource("databricks_permission_assignment", {"values": {"principal_id": 2, "permissions": ["ADMIN"]}}),
	])
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

test_whose_name_is_not_known_yet if {
	_nameless("databricks_user") == given.denied(
		_address, "permissions",
		"A user whose name is not known yet administers the workspace; wanted is a group of administrators",
	)
	_nameless("databricks_service_principal") == given.passes(_address)
}

test_not_known if {
	_admin({"principal_id": 9}) == given.undecided(
		_address, "permissions",
		"Who administers the workspace is not known here; wanted is a group of administrators",
	)
	document := given.plan(set(), [
		given.resource("databricks_group", {"values": {"id": "2"}, "unknown": {"display_name": true}}),
		given.resource("databricks_permission_assignment", {"values": {"principal_id": 2, "permissions": ["ADMIN"]}}),
	])
	count(policy.undecided) == 1 with input as document
	_answers({"values": {"principal_id": 9, "permissions": ["USER"]}}) == given.passes(_address)
	_answers({"values": {"user_name": "bob@example.com"}, "unknown": {"permissions": true}}) == given.undecided(
		_address, "permissions",
		"Whether the user bob@example.com administers the workspace is not known yet; wanted is a group of administrators",
	)
}

test_assignments_that_go_away if _answers({"action": "delete"}) == given.nothing
