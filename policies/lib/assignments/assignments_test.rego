package policies.lib.assignments_test

import data.policies.lib.assignments
import data.policies.lib.testing_test as given

_bob := given.resource("databricks_user", {"values": {"id": "1", "user_name": "bob@example.com"}})

_of(type, fields) := {[found.resource.address, found.identity.kind, found.identity.name, found.admin] |
	document := given.plan(set(), [_bob, given.resource(type, fields)])
	all := assignments.all with input as document
	some found in all
}

_assigned(fields) := _of("databricks_permission_assignment", fields)

_address := "databricks_permission_assignment.x"

test_by_id if {
	_assigned({"values": {"principal_id": 1, "permissions": ["USER", "ADMIN"]}}) == {[_address, "user", "bob@example.com", true]}
	_assigned({"values": {"principal_id": 9, "permissions": ["USER"]}}) == {[_address, "unknown", "", false]}
	_of("databricks_mws_permission_assignment", {"values": {"principal_id": 1, "permissions": ["ADMIN"]}}) == {["databricks_mws_permission_assignment.x", "user", "bob@example.com", true]}
}

test_by_name if {
	_assigned({"values": {"principal_id": 1, "group_name": "admins", "user_name": "", "permissions": ["USER"]}}) == {[_address, "group", "admins", false]}
	_assigned({"values": {"service_principal_name": "7c1f0a4e", "permissions": ["USER"]}}) == {[_address, "service_principal", "7c1f0a4e", false]}
	_assigned({"values": {"user_name": "eve@example.com", "permissions": ["USER"]}}) == {[_address, "user", "eve@example.com", false]}
	_assigned({"values": {"user_name": "(sensitive value 3f9a12ab)", "permissions": ["USER"]}}) == {[_address, "unknown", "", false]}
}

test_not_known_yet if {
	_assigned({"values": {"principal_id": 1}, "unknown": {"permissions": true}}) == {[_address, "user", "bob@example.com", "unknown"]}
	_assigned({"values": {"principal_id": 1, "permissions": [null]}, "unknown": {"permissions": [true]}}) == {[_address, "user", "bob@example.com", "unknown"]}
	_assigned({"values": {"principal_id": 1, "permissions": ["USER"]}, "unknown": {"permissions": [false]}}) == {[_address, "user", "bob@example.com", false]}
}

test_assignments_that_go_away if _assigned({"action": "delete"}) == set()
