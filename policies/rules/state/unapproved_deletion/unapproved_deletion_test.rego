package policies.rules.state.unapproved_deletion_test

import data.policies.rules.state.unapproved_deletion

_parameters(max_deletes) := {"DBX-TFS-018": {
	"max_deletes": max_deletes,
	"stateful_types": ["databricks_sql_table"],
	"other_types": ["databricks_catalog"],
}}

# One resource `<type>.<name>` for each action.
_plan(kind, actions) := {
	"document": {"kind": kind, "file": "plan.json"},
	"resources": {type: by_address |
		some type in {resource.type | some resource in actions}
		by_address := {resource.address: object.union(resource, {"mode": "managed", "values": {}}) |
			some resource in actions
			resource.type == type
		}
	},
}

_resource(type, name, action) := {"address": concat(".", [type, name]), "type": type, "name": name, "action": action}

_kept := _resource("databricks_job", "kept", "update")

_job := _resource("databricks_job", "a", "delete")

_cluster := _resource("databricks_cluster", "c", "replace")

_table := _resource("databricks_sql_table", "t", "delete")

_catalog := _resource("databricks_catalog", "sales", "delete")

_answers(plan, max_deletes) := {"deny": deny, "undecided": undecided, "checked": checked} if {
	deny := unapproved_deletion.deny with input as plan with data.tfcheck.parameters as _parameters(max_deletes)
	undecided := unapproved_deletion.undecided with input as plan with data.tfcheck.parameters as _parameters(max_deletes)
	checked := unapproved_deletion.checked with input as plan with data.tfcheck.parameters as _parameters(max_deletes)
}

test_a_plan_that_destroys_nothing if {
	_answers(_plan("plan", [_kept]), 0) == {"deny": set(), "undecided": set(), "checked": {"databricks_job.kept"}}
}

test_every_deletion_beyond_the_limit if {
	_answers(_plan("plan", [_kept, _job, _cluster]), 1) == {
		"deny": {
			{
				"address": "databricks_job.a",
				"path": "",
				"message": "The plan is to delete databricks_job.a; it destroys 2 in all, and 1 may be without approval",
			},
			{
				"address": "databricks_cluster.c",
				"path": "",
				"message": "The plan is to replace databricks_cluster.c; it destroys 2 in all, and 1 may be without approval",
			},
		},
		"undecided": set(),
		"checked": {"databricks_job.kept", "databricks_job.a", "databricks_cluster.c"},
	}
}

test_as_many_as_allowed if {
	_answers(_plan("plan", [_job, _cluster]), 2).deny == set()
}

test_what_holds_data_is_always_reported_and_once if {
	every max_deletes in [0, 5] {
		_answers(_plan("plan", [_table, _kept]), max_deletes).deny == {{
			"address": "databricks_sql_table.t",
			"path": "",
			"message": "The plan is to delete databricks_sql_table.t, which holds data",
		}}
	}
}

test_what_other_policies_report_counts_but_is_not_reported if {
	{result.address | some result in _answers(_plan("plan", [_catalog, _job]), 1).deny} == {"databricks_job.a"}
	_answers(_plan("plan", [_catalog]), 0).deny == set()
}

test_what_other_policies_report_may_hold_data if {
	parameters := {"DBX-TFS-018": {
		"max_deletes": 0,
		"stateful_types": ["databricks_catalog"],
		"other_types": ["databricks_catalog"],
	}}
	unapproved_deletion.deny == set() with input as _plan("plan", [_catalog]) with data.tfcheck.parameters as parameters
}

test_forgotten_and_deposed_objects_are_not_destroyed if {
	forgotten := _resource("databricks_job", "a", "forget")
	deposed := object.union(_resource("databricks_job", "b", "delete"), {"deposed": "e12d216e"})
	_answers(_plan("plan", [forgotten, deposed]), 0).deny == set()
}

test_states_are_not_looked_at if {
	_answers(_plan("state", [_resource("databricks_job", "a", "no-op")]), 0) == {"deny": set(), "undecided": set(), "checked": set()}
}
