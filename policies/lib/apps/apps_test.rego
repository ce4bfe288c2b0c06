package policies.lib.apps_test

import data.policies.lib.apps
import data.policies.lib.testing_test as given

_granted(type, fields) := {[right.resource.address, right.path, right.kind, right.level, right.known] |
	document := given.plan(set(), [given.resource(type, fields)])
	granted := apps.granted with input as document
	some right in granted
}

_app(fields) := _granted("databricks_app", fields)

_job := {["databricks_app.x", "resources[0].job.permission", "job", "CAN_VIEW", true]}

test_objects if {
	_app({"values": {"resources": [{"name": "a", "job": {"id": "1", "permission": "CAN_VIEW"}}]}}) == _job
}

test_lists if {
	_app({"values": {"resources": [{"job": [{"permission": "CAN_VIEW"}]}]}}) == {["databricks_app.x", "resources[0].job[0].permission", "job", "CAN_VIEW", true]}
}

test_every_kind if {
	kinds := [
		"app", "database", "experiment", "genie_space", "job", "postgres", "secret", "serving_endpoint",
		"sql_warehouse", "uc_securable",
	]
	found := _app({"values": {"resources": [{kind: {"permission": "READ"}} | some kind in kinds]}})
	{kind | some [_, _, kind, _, _] in found} == {kind | some kind in kinds}
}

test_app_spaces if {
	_granted("databricks_app_space", {"values": {"resources": [{"job": {"permission": "CAN_VIEW"}}]}}) == {["databricks_app_space.x", "resources[0].job.permission", "job", "CAN_VIEW", true]}
}

test_not_known_yet if {
	fields := {"values": {"resources": [{"job": {"id": "1"}}]}, "unknown": {"resources": [{"job": {"permission": true}}]}}
	_app(fields) == {["databricks_app.x", "resources[0].job.permission", "job", "", false]}
	_app({"values": {"resources": [{"job": [{}]}]}, "unknown": {"resources": [{"job": [{"permission": true}]}]}}) == {["databricks_app.x", "resources[0].job[0].permission", "job", "", false]}
}

test_what_is_no_app if _granted("databricks_job", {"values": {"resources": [{"job": {"permission": "CAN_VIEW"}}]}}) == set()

test_apps_that_use_nothing if {
	_app({}) == set()
	_app({"action": "delete"}) == set()
}

test_labels if {
	apps.label({"address": "databricks_app.x", "values": {"name": "chat"}}) == `App "chat"`
	apps.label({"address": "databricks_app.x", "values": {"name": ""}}) == "databricks_app.x"
	apps.label({"address": "databricks_app.x", "values": {}}) == "databricks_app.x"
}

test_what_is_awaited if {
	resources := [
		{"unknown": {"a": true}}, {"unknown": {"a": true}, "links": {"a": ["terraform_data.t"]}}, {"unknown": true},
		{"links": {"a": ["terraform_data.t"]}},
	]
	[i | some i, resource in resources; apps.awaited(resource, "a")] == [1, 2]
}
