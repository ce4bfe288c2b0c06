package policies.lib.permissions_test

import data.policies.lib.permissions
import data.policies.lib.testing_test as given

test_a_known_entry if {
	blocks := [{"group_name": "users", "permission_level": "CAN_READ", "user_name": "", "service_principal_name": ""}]
	permissions.entries_of({"access_control": blocks}, {}) == [{
		"path": "access_control[0]",
		"attribute": "group_name",
		"kind": "group",
		"name": "users",
		"level": "CAN_READ",
		"decided": {"name": true, "level": true},
	}]
}

test_people_and_service_principals if {
	blocks := [
		{"user_name": "a@example.com", "permission_level": "CAN_EDIT"},
		{"service_principal_name": "7c1f0a4e", "permission_level": "IS_OWNER"},
	]
	entries := permissions.entries_of({"access_control": blocks}, {})
	[[entry.path, entry.kind, entry.name, entry.level] | some entry in entries] == [
		["access_control[0]", "user", "a@example.com", "CAN_EDIT"],
		["access_control[1]", "service_principal", "7c1f0a4e", "IS_OWNER"],
	]
}

test_an_unknown_principal_keeps_its_kind if {
	blocks := [{"group_name": "users", "permission_level": "CAN_READ"}, {"permission_level": "CAN_MANAGE"}]
	unknown := {"access_control": [false, {"user_name": true}]}
	[entry | some entry in permissions.entries_of({"access_control": blocks}, unknown)][1] == {
		"path": "access_control[1]",
		"attribute": "user_name",
		"kind": "user",
		"name": "",
		"level": "CAN_MANAGE",
		"decided": {"name": false, "level": true},
	}
}

test_an_unknown_level if {
	blocks := [{"group_name": "users"}]
	unknown := {"access_control": [{"permission_level": true}]}
	permissions.entries_of({"access_control": blocks}, unknown) == [{
		"path": "access_control[0]",
		"attribute": "group_name",
		"kind": "group",
		"name": "users",
		"level": "",
		"decided": {"name": true, "level": false},
	}]
}

_nobody(path) := {
	"path": path,
	"attribute": "",
	"kind": "unknown",
	"name": "",
	"level": "",
	"decided": {"name": false, "level": false},
}

test_a_block_that_is_unknown_as_a_whole if {
	unknown := {"access_control": [true, true]}
	permissions.entries_of({"access_control": [{}]}, unknown) == [
		_nobody("access_control[0]"),
		_nobody("access_control[1]"),
	]
}

test_a_block_without_a_principal_decides_nothing if {
	permissions.entries_of({"access_control": [{"group_name": ""}]}, {}) == [_nobody("access_control[0]")]
}

test_a_masked_value_is_quoted_but_not_decided if {
	blocks := [{"group_name": "(sensitive value 3f9a12ab)", "permission_level": "CAN_READ"}]
	permissions.entries_of({"access_control": blocks}, {}) == [{
		"path": "access_control[0]",
		"attribute": "group_name",
		"kind": "group",
		"name": "(sensitive value 3f9a12ab)",
		"level": "CAN_READ",
		"decided": {"name": false, "level": true},
	}]
}

test_two_principals_in_one_block_are_two_entries if {
	every group in ["users", "X"] {
		blocks := [{"group_name": group, "user_name": "a@example.com", "permission_level": "CAN_READ"}]
		entries := permissions.entries_of({"access_control": blocks}, {})
		{entry.name | some entry in entries} == {group, "a@example.com"}
		{entry.path | some entry in entries} == {"access_control[0]"}
	}
}

test_no_entries if {
	permissions.entries_of({}, {}) == []
	permissions.entries_of({"access_control": []}, {}) == []
	permissions.entries_of({}, {"access_control": true}) == []
	permissions.entries_of({}, true) == []
}

_document := {"resources": {"databricks_permissions": {
	"databricks_permissions.known": {
		"address": "databricks_permissions.known", "type": "databricks_permissions",
		"mode": "managed", "action": "no-op",
		"values": {
			"job_id": "12", "experiment_id": "", "id": "/jobs/12",
			"access_control": [{"group_name": "users", "permission_level": "CAN_VIEW"}],
		},
		# Of `cluster_id = condition ? databricks_cluster.c.id : null`.
		"links": {"cluster_id": ["databricks_cluster.c"]},
	},
	"databricks_permissions.linked": {
		"address": "databricks_permissions.linked", "type": "databricks_permissions",
		"mode": "managed", "action": "create",
		"values": {},
		"unknown": {"experiment_id": true, "id": true, "access_control": true},
		"links": {"experiment_id": ["databricks_mlflow_experiment.e"]},
	},
	"databricks_permissions.deferred": {
		"address": "databricks_permissions.deferred", "type": "databricks_permissions",
		"mode": "managed", "action": "create",
		"values": {},
		"unknown": true,
		"links": {"experiment_id": ["databricks_mlflow_experiment.e"], "access_control": ["databricks_group.g"]},
	},
	"databricks_permissions.leaving": {
		"address": "databricks_permissions.leaving", "type": "databricks_permissions",
		"mode": "managed", "action": "delete",
		"values": {"job_id": "13"},
	},
}}}

test_finds_resources_by_the_object_they_are_for if {
	on := permissions.on with input as _document
	{attribute: {address | some address, _ in by_address} | some attribute, by_address in on} == {
		"job_id": {"databricks_permissions.known"},
		"experiment_id": {"databricks_permissions.linked", "databricks_permissions.deferred"},
	}
}

test_entries_by_address if {
	entries := permissions.entries with input as _document
	{address: count(list) | some address, list in entries} == {
		"databricks_permissions.known": 1,
		"databricks_permissions.linked": 0,
		"databricks_permissions.deferred": 0,
	}
}

test_open_lists if {
	open := permissions.open with input as _document
	open == {"databricks_permissions.linked": true, "databricks_permissions.deferred": true}
}

test_every_level_of_every_object_has_a_strength if {
	levels := {level |
		some object_attribute in data.tfcheck.domain.permission_levels.objects
		some level in object_attribute.levels
	}
	levels == {level | some level, _ in data.tfcheck.domain.permission_levels.strength}
}

test_strength if {
	permissions.strength("CAN_MANAGE") > permissions.strength("CAN_READ")
	permissions.strength("IS_OWNER") > permissions.strength("CAN_MANAGE")
	permissions.strength("CAN_VIEW") == permissions.strength("CAN_READ")
	{"CAN_FLY" | permissions.strength("CAN_FLY")} == set()
}

test_a_block_that_only_unknown_shows if {
	blocks := [{"group_name": "users", "permission_level": "CAN_READ"}]
	entries := permissions.entries_of({"access_control": blocks}, {"access_control": [false, {"group_name": true}]})
	[[entry.path, entry.name, entry.decided.name] | some entry in entries] == [
		["access_control[0]", "users", true],
		["access_control[1]", "", false],
	]
}

test_a_level_that_says_nothing_is_not_decided if {
	every level in ["", "(sensitive value 3f9a12ab)"] {
		permissions.entries_of({"access_control": [{"group_name": "users", "permission_level": level}]}, {}) == [{
			"path": "access_control[0]",
			"attribute": "group_name",
			"kind": "group",
			"name": "users",
			"level": level,
			"decided": {"name": true, "level": false},
		}]
	}
}

_held(blocks, unknown) := {[each.path, each.name, each.level, each.certain] |
	document := given.plan(set(), [given.resource("databricks_permissions", {
		"values": {"cluster_id": "0415-1", "access_control": blocks},
		"unknown": unknown,
	})])
	held := permissions.held_by_everyone("cluster_id", {"CAN_RESTART": true}) with input as document
	some each in held
}

test_what_everyone_holds if {
	_held([{"group_name": "Users", "permission_level": "CAN_RESTART"}], {}) == {["access_control[0].permission_level", "Users", "CAN_RESTART", true]}
	_held([{"group_name": "etl", "permission_level": "CAN_RESTART"}], {}) == set()
	_held([{"group_name": "users", "permission_level": "CAN_ATTACH_TO"}], {}) == set()
	_held([{"user_name": "users", "permission_level": "CAN_RESTART"}], {}) == set()
}

test_what_everyone_may_hold if {
	_held([{"permission_level": "CAN_RESTART"}], {"access_control": [{"group_name": true}]}) == {["access_control[0].permission_level", "", "CAN_RESTART", false]}
	_held([{"permission_level": "CAN_RESTART"}], {"access_control": [{"user_name": true}]}) == set()
	_held([{"group_name": "users"}], {"access_control": [{"permission_level": true}]}) == {["access_control[0].permission_level", "users", "", false]}
	_held([{"group_name": "etl"}], {"access_control": [{"permission_level": true}]}) == set()
	_held([{"permission_level": "CAN_RESTART"}], {}) == {["access_control[0].permission_level", "", "CAN_RESTART", false]}
	_held([], {"access_control": true}) == {["access_control", "", "", false]}
	_held([{}], {"access_control": [{"group_name": true, "permission_level": true}]}) == {["access_control[0].permission_level", "", "", false]}
}

test_what_everyone_holds_on_other_objects if {
	document := given.plan(set(), [given.resource("databricks_permissions", {"values": {
		"job_id": "1",
		"access_control": [{"group_name": "users", "permission_level": "CAN_RESTART"}],
	}})])
	permissions.held_by_everyone("cluster_id", {"CAN_RESTART": true}) == [] with input as document
}
