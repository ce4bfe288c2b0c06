package policies.rules.permissions.shared_folder_test

import data.policies.lib.testing_test as given
import data.policies.rules.permissions.shared_folder as policy

_answers(fields, directories) := answers if {
	document := given.plan(set(), array.concat([given.resource("databricks_permissions", fields)], directories))
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_address := "databricks_permissions.x"

_level(level) := [{"group_name": "users", "permission_level": level}]

_folder(path, level) := _answers({"values": {"directory_path": path, "access_control": _level(level)}}, [])

_denied(path, level) := given.denied(
	_address,
	"access_control[0].permission_level",
	sprintf(`"users", which is everyone, holds %s on %s; wanted is CAN_READ`, [level, path]),
)

_elsewhere := given.undecided(
	_address,
	"access_control[0].permission_level",
	"Which folder everyone can write to is not known here; in /Shared everyone may hold CAN_READ",
)

test_everyone_writes if {
	every path in ["/Shared", "/Shared/etl", "/Workspace/Shared/etl", "/", "/Workspace", "/Workspace/"] {
		_folder(path, "CAN_EDIT") == _denied(path, "CAN_EDIT")
	}
	_folder("/Shared", "CAN_MANAGE") == _denied("/Shared", "CAN_MANAGE")
}

test_everyone_reads if {
	_folder("/Shared", "CAN_READ") == given.passes(_address)
	_folder("/Shared", "CAN_RUN") == given.passes(_address)
}

test_other_folders if {
	_folder("/Applications/etl", "CAN_MANAGE") == given.passes(_address)
	_folder("/Shareda", "CAN_MANAGE") == given.passes(_address)
}

_of_id(id, directories) := _answers({"values": {"directory_id": id, "access_control": _level("CAN_EDIT")}}, directories)

_directory(values) := [given.resource("databricks_directory", {"values": values})]

test_folders_by_id if {
	_of_id("0", []) == _denied("/", "CAN_EDIT")
	_of_id("77", _directory({"object_id": 77, "path": "/Shared/etl"})) == _denied("/Shared/etl", "CAN_EDIT")
	_of_id("77", _directory({"object_id": 77, "path": "/Applications"})) == given.passes(_address)
	_of_id("77", _directory({"object_id": 78, "path": "/Shared/etl"})) == _elsewhere
	_of_id("77", []) == _elsewhere
}

_linked(values, path) := _answers(
	{
		"values": object.union({"access_control": _level("CAN_EDIT")}, values),
		"unknown": {"directory_id": true},
		"links": {"directory_id": ["databricks_directory.x"]},
	},
	array.concat(
		_directory({"path": path}),
		[given.resource("databricks_directory", {"address": "databricks_directory.other", "values": {"path": "/Shared/other"}})],
	),
)

test_a_folder_of_the_same_plan if {
	_linked({}, "/Shared/etl") == _denied("/Shared/etl", "CAN_EDIT")
	_linked({}, "/Applications") == given.passes(_address)
	_linked({"directory_id": "78"}, "/Shared/etl") == _elsewhere
}

test_not_known_yet if {
	unknown := {"access_control": [{"group_name": true}]}
	entries := [{"permission_level": "CAN_EDIT"}]
	_answers({"values": {"directory_path": "/Shared", "access_control": entries}, "unknown": unknown}, []) == given.undecided(
		_address,
		"access_control[0].permission_level",
		"Who holds which level on /Shared is not known yet; everyone may hold CAN_READ",
	)
	_answers({"values": {"directory_path": "/Applications", "access_control": entries}, "unknown": unknown}, []) == given.passes(_address)
	_answers({"values": {"access_control": _level("CAN_EDIT")}, "unknown": {"directory_path": true}}, []) == _elsewhere
}

test_other_objects if _answers({"values": {"job_id": "12", "access_control": _level("CAN_MANAGE")}}, []) == given.nothing

test_permissions_that_go_away if _answers({"action": "delete", "before": {"directory_path": "/Shared"}}, []) == given.nothing
