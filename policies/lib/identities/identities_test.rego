package policies.lib.identities_test

import data.policies.lib.identities
import data.policies.lib.testing_test as given

_data(type, name, values) := given.resource(type, {
	"address": concat(".", ["data", type, name]), "name": name, "mode": "data", "action": "read", "values": values,
})

_document := given.plan(set(), [
	given.resource("databricks_user", {"values": {"id": "1", "user_name": "bob@example.com"}}),
	given.resource("databricks_user", {"address": `databricks_user.team["a"]`, "values": {"user_name": "ann@example.com"}, "unknown": {"id": true}}),
	given.resource("databricks_user", {"address": `databricks_user.pair["a"]`, "values": {"user_name": "a@example.com"}}),
	given.resource("databricks_user", {"address": `databricks_user.pair["b"]`, "values": {"user_name": "b@example.com"}}),
	_data("databricks_user", "nightly", {"id": "9", "user_name": "nightly"}),
	_data("databricks_group", "odd", {"id": "8", "display_name": ["x"]}),
	_data("databricks_group", "admins", {"id": "2", "display_name": "admins"}),
	given.resource("databricks_group", {"values": {"id": "", "display_name": "(sensitive value 3f9a12ab)"}}),
	_data("databricks_service_principal", "runner", {"id": "3", "sp_id": "4", "application_id": "7c1f0a4e"}),
	_data("databricks_current_user", "me", {"id": "5", "user_name": "ci-7c1f0a4e"}),
	_data("databricks_current_user", "her", {"id": "6", "user_name": "eve@example.com"}),
	_data("databricks_current_user", "later", {}),
])

_of(fields) := identity if {
	identity := identities.of(given.resource("databricks_group_member", fields), "member_id") with input as _document
}

_by_id(id) := _of({"values": {"member_id": id}})

_by_link(target) := _of({"unknown": {"member_id": true}, "links": {"member_id": [target]}})

_unknown := {"kind": "unknown", "name": ""}

test_by_id if {
	_by_id("1") == {"kind": "user", "name": "bob@example.com"}
	_by_id(1) == {"kind": "user", "name": "bob@example.com"}
	_by_id("2") == {"kind": "group", "name": "admins"}
	_by_id("3") == {"kind": "service_principal", "name": "7c1f0a4e"}
	_by_id("4") == {"kind": "service_principal", "name": "7c1f0a4e"}
	_by_id("99") == _unknown
	_by_id("bob@example.com") == _unknown
	_by_id("8") == {"kind": "group", "name": ""}
	_by_id("9") == {"kind": "user", "name": "nightly"}
	_by_id("") == _unknown
}

test_whoever_deploys if {
	_by_id("5") == {"kind": "service_principal", "name": "ci-7c1f0a4e"}
	_by_id("6") == {"kind": "user", "name": "eve@example.com"}
	_by_link("data.databricks_current_user.later") == _unknown
}

test_by_reference if {
	_by_link("databricks_user.x") == {"kind": "user", "name": "bob@example.com"}
	_by_link("databricks_user.team") == {"kind": "user", "name": "ann@example.com"}
	_by_link(`databricks_user.pair["b"]`) == {"kind": "user", "name": "b@example.com"}
	_by_link("databricks_group.x") == {"kind": "group", "name": ""}
	_by_link("databricks_user.pair") == _unknown
	_by_link("terraform_data.later") == _unknown
	_of({}) == _unknown
}

test_what_is_written_decides if {
	_of({"values": {"member_id": "99"}, "links": {"member_id": ["databricks_user.x"]}}) == _unknown
}

test_labels if {
	identities.label({"kind": "service_principal", "name": "7c1f0a4e"}) == "the service principal 7c1f0a4e"
	identities.label({"kind": "group", "name": ""}) == "a group whose name is not known yet"
	identities.label(_unknown) == "an identity that is not known here"
	identities.label({"kind": "service_principal", "name": ""}) == "a service principal whose name is not known yet"
}
