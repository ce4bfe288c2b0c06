package policies.rules.jobs.code_in_personal_folder_test

import data.policies.rules.jobs.code_in_personal_folder as policy

_answers(target, fields) := answers if {
	job := object.union(
		{
			"address": "databricks_job.j", "type": "databricks_job", "name": "j",
			"mode": "managed", "action": "create",
		},
		fields,
	)
	document := {
		"document": object.union({"kind": "plan", "file": "plan.json"}, {"target": name | some name in target}),
		"resources": object.union({"databricks_job": {"databricks_job.j": job}}, _files),
	}
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_nothing := {"deny": set(), "undecided": set(), "checked": set()}

_passes := {"deny": set(), "undecided": set(), "checked": {"databricks_job.j"}}

_denied(path, message) := object.union(_passes, {"deny": {_result(path, message)}})

_undecided(path, message) := object.union(_passes, {"undecided": {_result(path, message)}})

_result(path, message) := {"address": "databricks_job.j", "path": path, "message": message}

_files := {
	"databricks_notebook": {
		"databricks_notebook.mine": {"values": {"path": "/Users/bob@example.com/a"}},
		"databricks_notebook.ours": {"values": {"path": "/Workspace/Applications/a"}},
		"databricks_notebook.unknown": {"values": {}, "unknown": {"path": true}},
	},
	"databricks_workspace_file": {"databricks_workspace_file.mine": {"values": {"path": "/Users/bob@example.com/a"}}},
	"databricks_directory": {"databricks_directory.mine": {"values": {"path": "/Users/bob@example.com"}}},
}

_prod(task, unknown) := _answers({"prod"}, {
	"values": {"name": "etl", "task": [object.union({"task_key": "a"}, task)]},
	"unknown": {"task": [unknown]},
})

_message(path) := sprintf(
	`Task "a" of job "etl" takes its code from "%s", a folder of the person bob@example.com; in production code lies where only deployments write`,
	[path],
)

_not_known := `Task "a" of job "etl": where its code lies is not known yet; in production code lies where only deployments write`

_notebook(path) := {"notebook_task": [{"notebook_path": path}]}

test_a_personal_folder if {
	_prod(_notebook("/Users/bob@example.com/a"), false) == _denied("task[0].notebook_task[0].notebook_path", _message("/Users/bob@example.com/a"))
	_prod(_notebook("/Workspace/Users/bob@example.com/a"), false) == _denied(
		"task[0].notebook_task[0].notebook_path",
		_message("/Workspace/Users/bob@example.com/a"),
	)
	_prod({"spark_python_task": [{"python_file": "/Repos/bob@example.com/a.py"}]}, false) == _denied(
		"task[0].spark_python_task[0].python_file",
		_message("/Repos/bob@example.com/a.py"),
	)
	_prod({"library": [{"whl": "/Workspace/Users/bob@example.com/a.whl"}]}, false) == _denied(
		"task[0].library[0].whl",
		_message("/Workspace/Users/bob@example.com/a.whl"),
	)
}

test_other_folders if {
	_prod(_notebook("/Users/7c1f0a4e-1111-4222-8333-444455556666/a"), false) == _passes
	_prod(_notebook("/Workspace/Applications/llmops/a"), false) == _passes
	_prod(_notebook("/Shared/a"), false) == _passes
	_prod(_notebook("notebooks/a"), false) == _passes
	_prod({"library": [{"whl": ""}], "notebook_task": []}, false) == _passes
	_prod({}, false) == _passes
}

_linked(targets) := _answers({"prod"}, {
	"values": {"name": "etl", "task": [{"task_key": "a", "notebook_task": [{}]}]},
	"unknown": {"task": [{"notebook_task": [{"notebook_path": true}]}]},
	"links": {"task[0].notebook_task[0].notebook_path": targets},
})

test_a_file_of_the_same_plan if {
	_linked(["databricks_notebook.mine"]) == _denied("task[0].notebook_task[0].notebook_path", _message("/Users/bob@example.com/a"))
	_linked(["databricks_workspace_file.mine"]) == _denied("task[0].notebook_task[0].notebook_path", _message("/Users/bob@example.com/a"))
	_linked(["databricks_notebook.ours"]) == _passes
	_linked(["databricks_notebook.unknown"]) == _undecided("task[0].notebook_task[0].notebook_path", _not_known)
	_linked(["random_id.r"]) == _undecided("task[0].notebook_task[0].notebook_path", _not_known)
}

test_not_known_yet if {
	_prod({"notebook_task": [{}]}, {"notebook_task": [{"notebook_path": true}]}) == _undecided("task[0].notebook_task[0].notebook_path", _not_known)
	_prod(_notebook("(sensitive value 3f9a12ab)"), false) == _undecided("task[0].notebook_task[0].notebook_path", _not_known)
	_answers({"prod"}, {"values": {"name": "etl"}, "unknown": {"task": true}}) == _undecided(
		"task",
		`task of job "etl": where its code lies is not known yet; in production code lies where only deployments write`,
	)
}

test_other_targets if {
	_answers({"dev"}, {"values": {"task": [object.union({"task_key": "a"}, _notebook("/Users/bob@example.com/a"))]}}) == _nothing
}

test_a_target_that_nobody_knows if {
	_answers(set(), {"values": {"name": "etl", "task": [object.union({"task_key": "a"}, _notebook("/Users/bob@example.com/a"))]}}) == _undecided(
		"task[0].notebook_task[0].notebook_path",
		sprintf("%s (nothing says whether this is production)", [_message("/Users/bob@example.com/a")]),
	)
}

test_a_job_that_goes_away if _answers({"prod"}, {"action": "delete", "values": {}}) == _nothing

test_a_folder_that_the_path_begins_with_does_not_say_the_path if {
	_answers({"prod"}, {
		"values": {"name": "etl", "task": [{"task_key": "a", "notebook_task": [{}]}]},
		"unknown": {"task": [{"notebook_task": [{"notebook_path": true}]}]},
		"links": {"task[0].notebook_task[0].notebook_path": ["databricks_directory.mine"]},
	}) == _undecided("task[0].notebook_task[0].notebook_path", _not_known)
}

test_texts_that_are_not_set_hide_nothing if {
	old := {"existing_cluster_id": "0415-1", "library": [{"whl": "", "jar": "/Applications/a.jar"}]}
	_answers({"prod"}, {"values": object.union({"name": "etl"}, old)}) == _passes
}
