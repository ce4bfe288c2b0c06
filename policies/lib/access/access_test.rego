package policies.lib.access_test

import data.policies.lib.access
import data.policies.lib.testing_test as given

_document := given.plan(set(), [
	given.resource("databricks_permissions", {
		"address": "databricks_permissions.job",
		"values": {"job_id": "12", "access_control": [
			{"group_name": "etl", "permission_level": "CAN_VIEW"},
			{"user_name": "bob@example.com", "permission_level": "IS_OWNER"},
		]},
	}),
	given.resource("databricks_permissions", {
		"address": "databricks_permissions.open",
		"values": {"cluster_id": "0415-1"},
		"unknown": {"access_control": true},
	}),
	given.resource("databricks_permissions", {"address": "databricks_permissions.leaving", "action": "delete"}),
])

_told(entries) := {[resource.address, entry.path, entry.kind, entry.name, entry.level] | some [resource, entry] in entries}

_of_job := {
	["databricks_permissions.job", "access_control[0]", "group", "etl", "CAN_VIEW"],
	["databricks_permissions.job", "access_control[1]", "user", "bob@example.com", "IS_OWNER"],
}

_of_cluster := {["databricks_permissions.open", "access_control", "unknown", "", ""]}

test_every_entry if _told(access.entries) == _of_job | _of_cluster with input as _document

test_nothing_is_decided_of_entries_that_come_later if {
	{entry.decided | some [_, entry] in access.of({"cluster_id"})} == {{"name": false, "level": false}} with input as _document
	{entry.attribute | some [_, entry] in access.of({"cluster_id"})} == {""} with input as _document
}

test_entries_of_some_objects if {
	_told(access.of({"job_id", "experiment_id"})) == _of_job with input as _document
	_told(access.of({"cluster_id"})) == _of_cluster with input as _document
	access.of({"pipeline_id"}) == [] with input as _document
}

test_addresses if {
	access.addresses == {"databricks_permissions.job", "databricks_permissions.open"} with input as _document
	access.addresses == set() with input as {"resources": {}}
}
