package policies.rules.identity.inactive_with_rights_test

import data.policies.lib.testing_test as given
import data.policies.rules.identity.inactive_with_rights as policy

_answers(resources) := answers if {
	document := given.plan(set(), resources)
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_bob(active) := given.resource("databricks_user", {"values": {"user_name": "bob@example.com", "active": active}})

_entry(block) := given.resource("databricks_permissions", {"values": {"job_id": "12", "access_control": [block]}})

_of_bob := _entry({"user_name": "Bob@example.com", "permission_level": "CAN_VIEW"})

_address := "databricks_user.x"

_denied(place) := given.denied(_address, "active", sprintf("databricks_user.x is inactive and still stands in %s; wanted are no rights", [place]))

test_in_permissions if _answers([_bob(false), _of_bob]) == _denied("databricks_permissions.x")

test_in_grants if {
	many := given.resource("databricks_grants", {"values": {"schema": "a.b", "grant": [{"principal": "bob@example.com", "privileges": ["SELECT"]}]}})
	one := given.resource("databricks_grant", {"values": {"schema": "a.b", "principal": "bob@example.com", "privileges": ["SELECT"]}})
	_answers([_bob(false), many]) == _denied("databricks_grants.x")
	_answers([_bob(false), many, one, _of_bob]) == _denied("databricks_grant.x, databricks_grants.x, databricks_permissions.x")
}

test_a_service_principal if {
	principal := given.resource("databricks_service_principal", {"values": {"application_id": "7c1f0a4e", "active": false}})
	_answers([principal, _entry({"service_principal_name": "7c1f0a4e", "permission_level": "CAN_VIEW"})]).deny == {{
		"address": "databricks_service_principal.x", "path": "active",
		"message": "databricks_service_principal.x is inactive and still stands in databricks_permissions.x; wanted are no rights",
	}}
}

_later(fields) := given.resource("databricks_service_principal", object.union({"values": {"active": false}, "unknown": {"application_id": true}}, fields))

test_of_the_same_plan if {
	permissions := given.resource("databricks_permissions", {
		"values": {"job_id": "12", "access_control": [{"permission_level": "CAN_VIEW"}]},
		"unknown": {"access_control": [{"service_principal_name": true}]},
		"links": {"access_control[0].service_principal_name": ["databricks_service_principal.x"]},
	})
	_answers([_later({}), permissions]).deny != set()
	elsewhere := object.union(permissions, {"links": {"access_control[0].service_principal_name": ["databricks_service_principal.y"]}})
	_answers([_later({}), elsewhere]) == given.passes("databricks_service_principal.x")
	grants := given.resource("databricks_grants", {
		"values": {"schema": "a.b", "grant": [{"privileges": ["SELECT"]}]},
		"unknown": {"grant": [{"principal": true}]},
		"links": {"grant[0].principal": ["databricks_service_principal.x"]},
	})
	_answers([_later({}), grants]).deny != set()
}

test_active_or_without_rights if {
	_answers([_bob(true), _of_bob]) == given.passes(_address)
	_answers([given.resource("databricks_user", {"values": {"user_name": "bob@example.com"}}), _of_bob]) == given.passes(_address)
	_answers([_bob(false)]) == given.passes(_address)
	_answers([_bob(false), _entry({"group_name": "bob@example.com", "permission_level": "CAN_VIEW"})]) == given.passes(_address)
	_answers([_bob(false), _entry({"user_name": "eve@example.com", "permission_level": "CAN_VIEW"})]) == given.passes(_address)
}

test_not_known_yet if {
	bob := given.resource("databricks_user", {"values": {"user_name": "bob@example.com"}, "unknown": {"active": true}})
	_answers([bob, _of_bob]) == given.undecided(
		_address, "active",
		"Whether databricks_user.x, which stands in databricks_permissions.x, is active is not known yet; an inactive one has no rights",
	)
	one := given.resource("databricks_grant", {"values": {"schema": "a.b", "principal": "bob@example.com", "privileges": ["SELECT"]}})
	_answers([bob, _of_bob, one]).undecided == {{
		"address": _address, "path": "active",
		"message": "Whether databricks_user.x, which stands in databricks_grant.x, databricks_permissions.x, is active is not known yet; an inactive one has no rights",
	}}
	_answers([bob]) == given.passes(_address)
}

test_a_user_who_goes_away if _answers([given.resource("databricks_user", {"action": "delete"}), _of_bob]) == given.nothing
