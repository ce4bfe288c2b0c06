package policies.rules.identity.entitlement_of_a_person_test

import data.policies.lib.testing_test as given
import data.policies.rules.identity.entitlement_of_a_person as policy

_answers(type, fields) := answers if {
	document := given.plan(set(), [given.resource(type, fields)])
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_entitlements(fields) := _answers("databricks_entitlements", fields)

_address := "databricks_entitlements.x"

test_a_person if {
	every attribute in ["workspace_access", "databricks_sql_access", "workspace_consume"] {
		_entitlements({"values": {"user_id": "1", attribute: true}}) == given.denied(
			_address, attribute,
			sprintf("databricks_entitlements.x gives a person %s; wanted is a group", [attribute]),
		)
	}
	_entitlements({"values": {"workspace_access": true}, "unknown": {"user_id": true}}).deny != set()
	_answers("databricks_user", {"values": {"workspace_access": true}}) == given.denied(
		"databricks_user.x", "workspace_access",
		"databricks_user.x gives a person workspace_access; wanted is a group",
	)
}

test_others if {
	_entitlements({"values": {"group_id": "1", "user_id": "", "workspace_access": true}}) == given.passes(_address)
	_entitlements({"values": {"user_id": "1", "workspace_access": false}}) == given.passes(_address)
	_entitlements({"values": {"user_id": "1", "allow_cluster_create": true}}) == given.passes(_address)
	_answers("databricks_group", {"values": {"workspace_access": true}}) == given.nothing
}

test_not_known_yet if {
	_entitlements({"values": {"user_id": "1"}, "unknown": {"workspace_access": true}}) == given.undecided(
		_address, "workspace_access",
		"Whether databricks_entitlements.x gives a person workspace_access is not known yet; wanted is a group",
	)
	_entitlements({"values": {"group_id": "1"}, "unknown": {"workspace_access": true}}) == given.passes(_address)
}

test_entitlements_that_go_away if _entitlements({"action": "delete"}) == given.nothing
