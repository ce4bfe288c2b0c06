package policies.rules.apps.for_everyone_with_scopes_test

import data.policies.lib.testing_test as given
import data.policies.rules.apps.for_everyone_with_scopes as policy

_answers(resources) := answers if {
	document := given.plan(set(), resources)
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_app(fields) := given.resource("databricks_app", fields)

_scoped := _app({"values": {"name": "chat", "user_api_scopes": ["sql"]}})

_for(group, level) := given.resource("databricks_permissions", {"values": {
	"app_name": "chat",
	"access_control": [{"group_name": group, "permission_level": level}],
}})

_address := "databricks_permissions.x"

_path := "access_control[0].permission_level"

_denied(level) := given.denied(
	_address, _path,
	sprintf(`"users", which is everyone, holds %s on App "chat", which acts as its users; wanted is a named group`, [level]),
)

_doubt := given.undecided(
	_address, _path,
	`Whether everyone may use App "chat", and whether it acts as its users, is not known yet; wanted is a named group`,
)

test_everyone if {
	_answers([_scoped, _for("users", "CAN_USE")]) == _denied("CAN_USE")
	_answers([_scoped, _for("users", "CAN_MANAGE")]) == _denied("CAN_MANAGE")
	forwarding := _app({"values": {"name": "chat", "forward_user_access_token": true}})
	_answers([forwarding, _for("users", "CAN_USE")]) == _denied("CAN_USE")
}

test_a_group if _answers([_scoped, _for("support", "CAN_USE")]) == given.passes(_address)

test_an_app_with_its_own_rights if {
	every values in [{}, {"user_api_scopes": []}, {"forward_user_access_token": false}, {"user_api_scopes": "sql"}] {
		_answers([_app({"values": object.union({"name": "chat"}, values)}), _for("users", "CAN_USE")]) == given.passes(_address)
	}
	computed := _app({"values": {"name": "chat"}, "unknown": {"forward_user_access_token": true}})
	_answers([computed, _for("users", "CAN_USE")]) == given.passes(_address)
}

test_an_app_that_the_document_does_not_show if {
	other := _app({"values": {"name": "other", "user_api_scopes": ["sql"]}})
	_answers([other, _for("users", "CAN_USE")]) == given.undecided(
		_address, _path,
		"Whether the app acts as its users is not known here; wanted is a named group",
	)
	_answers([other, _for("support", "CAN_USE")]) == given.passes(_address)
}

test_by_reference if {
	permissions := given.resource("databricks_permissions", {
		"values": {"access_control": [{"group_name": "users", "permission_level": "CAN_USE"}]},
		"unknown": {"app_name": true},
		"links": {"app_name": ["databricks_app.x"]},
	})
	_answers([_scoped, permissions]) == _denied("CAN_USE")
	plain := _app({"address": "databricks_app.y", "values": {"name": "plain"}})
	of_plain := object.union(permissions, {"links": {"app_name": ["databricks_app.y"]}})
	_answers([_scoped, plain, of_plain]) == given.passes(_address)
	named := object.union(permissions, {"values": {"app_name": "other"}, "unknown": {"app_name": false}})
	count(_answers([_scoped, named]).undecided) == 1
	_answers([_scoped, named]).deny == set()
}

test_not_known_yet if {
	unknown := given.resource("databricks_permissions", {
		"values": {"app_name": "chat", "access_control": [{"permission_level": "CAN_USE"}]},
		"unknown": {"access_control": [{"group_name": true}]},
	})
	_answers([_scoped, unknown]) == _doubt
	_answers([_app({"values": {"name": "chat"}}), unknown]) == given.passes(_address)
	every attribute in ["user_api_scopes", "forward_user_access_token"] {
		later := _app({"values": {"name": "chat"}, "unknown": {attribute: true}, "links": {attribute: ["terraform_data.t"]}})
		_answers([later, _for("users", "CAN_USE")]) == _doubt
		certain := object.union(_scoped, {"unknown": {attribute: true}, "links": {attribute: ["terraform_data.t"]}})
		_answers([certain, _for("users", "CAN_USE")]) == _denied("CAN_USE")
	}
}

test_permissions_that_go_away if _answers([_scoped, given.resource("databricks_permissions", {"action": "delete"})]) == given.nothing
