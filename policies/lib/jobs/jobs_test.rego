package policies.lib.jobs_test

import data.policies.lib.jobs

_job(values, unknown) := {"resources": {"databricks_job": {"databricks_job.j": {
	"address": "databricks_job.j", "type": "databricks_job", "name": "j", "mode": "managed",
	"action": "create", "values": values, "unknown": unknown,
}}}}

_training := _job(
	{"name": "training", "task": [
		{"task_key": "validate", "depends_on": [{"task_key": "train"}, {"task_key": "validate"}, {"task_key": "gone"}]},
		{"task_key": "train"},
	]},
	{"id": true},
)

test_tasks_by_path if {
	tasks := jobs.tasks with input as _training
	tasks["databricks_job.j"]["task[1]"] == {
		"path": "task[1]",
		"nested": false,
		"key": "train",
		"values": {"task_key": "train"},
		"unknown": {},
	}
	{path | some path, _ in tasks["databricks_job.j"]} == {"task[0]", "task[1]"}
}

test_keys_and_order if {
	keys := jobs.task_keys with input as _training
	keys["databricks_job.j"] == {"validate", "train"}
	before := jobs.before with input as _training
	before["databricks_job.j"] == {"validate": {"train"}}
	dependencies := jobs.dependencies with input as _training
	dependencies["databricks_job.j"] == {
		{"path": "task[0].depends_on[0]", "task": "validate", "key": "train"},
		{"path": "task[0].depends_on[1]", "task": "validate", "key": "validate"},
		{"path": "task[0].depends_on[2]", "task": "validate", "key": "gone"},
	}
	vague := jobs.vague with input as _training
	vague["databricks_job.j"] == set()
}

test_the_task_in_a_for_each_task if {
	document := _job(
		{"task": [{"task_key": "each", "for_each_task": [{"task": [{
			"task_key": "one",
			"depends_on": [{"task_key": "gone"}],
		}]}]}]},
		{},
	)
	tasks := jobs.tasks with input as document
	{path | some path, _ in tasks["databricks_job.j"]} == {"task[0]", "task[0].for_each_task[0].task[0]"}
	nested := tasks["databricks_job.j"]["task[0].for_each_task[0].task[0]"]
	[nested.nested, nested.key] == [true, "one"]
	keys := jobs.task_keys with input as document
	keys["databricks_job.j"] == {"each"}
	dependencies := jobs.dependencies with input as document
	dependencies["databricks_job.j"] == set()
}

_unknown_tasks(values, unknown) := {path |
	tasks := jobs.tasks with input as _job(values, unknown)
	some path, task in tasks["databricks_job.j"]
	task.unknown == true
	task.values == {}
}

_vague(values, unknown) := {path |
	vague := jobs.vague with input as _job(values, unknown)
	some path in vague["databricks_job.j"]
}

test_tasks_that_are_unknown_as_a_whole if {
	_unknown_tasks({}, true) == {""}
	_vague({}, true) == {""}
	_unknown_tasks({}, {"task": true}) == {"task"}
	_vague({}, {"task": true}) == {"task"}
	_unknown_tasks({"task": [{"task_key": "a"}, {}]}, {"task": [false, true]}) == {"task[1]"}
	_vague({"task": [{"task_key": "a"}, {}]}, {"task": [false, true]}) == {"task[1]"}
	_unknown_tasks({"task": [{"task_key": "a"}]}, {"task": [false, true]}) == {"task[1]"}
}

test_nested_tasks_that_are_unknown_as_a_whole if {
	each := {"task": [{"task_key": "each"}]}
	_unknown_tasks(each, {"task": [{"for_each_task": true}]}) == {"task[0].for_each_task"}
	_unknown_tasks(each, {"task": [{"for_each_task": [true]}]}) == {"task[0].for_each_task[0]"}
	_unknown_tasks(each, {"task": [{"for_each_task": [{"task": true}]}]}) == {"task[0].for_each_task[0].task"}
	_unknown_tasks(each, {"task": [{"for_each_task": [{"task": [true]}]}]}) == {"task[0].for_each_task[0].task[0]"}
	_vague(each, {"task": [{"for_each_task": true}]}) == set()
}

test_what_hides_the_order if {
	two := {"task": [{"task_key": "a"}, {"task_key": "b", "depends_on": [{}]}]}
	_vague(two, {"task": [false, {"depends_on": [{"task_key": true}]}]}) == {"task[1].depends_on[0].task_key"}
	_vague(two, {"task": [false, {"depends_on": [true]}]}) == {"task[1].depends_on[0]"}
	_vague(two, {"task": [false, {"depends_on": true}]}) == {"task[1].depends_on"}
	_vague({"task": [{}]}, {"task": [{"task_key": true}]}) == {"task[0].task_key"}
	_vague({"task": [{"task_key": "(sensitive value 3f9a12ab)"}]}, {}) == {"task[0].task_key"}
	_vague({"task": [{"task_key": ""}]}, {}) == {"task[0].task_key"}
	masked := {"task": [{"task_key": "a", "depends_on": [{"task_key": "(sensitive value 3f9a12ab)"}]}]}
	_vague(masked, {}) == {"task[0].depends_on[0].task_key"}
}

test_dependencies_with_hidden_ends if {
	values := {"task": [{"depends_on": [{"task_key": "a"}]}, {"task_key": "a", "depends_on": [{}, {}]}]}
	unknown := {"task": [{"task_key": true}, {"depends_on": [{"task_key": true}, true]}]}
	dependencies := jobs.dependencies with input as _job(values, unknown)
	dependencies["databricks_job.j"] == {
		{"path": "task[0].depends_on[0]", "key": "a"},
		{"path": "task[1].depends_on[0]", "task": "a"},
	}
}

_paths(values, unknown) := {path |
	tasks := jobs.tasks with input as _job(values, unknown)
	some path, _ in tasks["databricks_job.j"]
}

test_the_old_format_is_one_task if {
	_paths({"existing_cluster_id": "0415-1"}, {}) == {""}
	_paths({"notebook_task": [{}]}, {"notebook_task": [{"notebook_path": true}]}) == {""}
	_paths({}, {"existing_cluster_id": true}) == {""}
	_paths({"existing_cluster_id": "", "new_cluster": [], "notebook_task": [], "task": []}, {}) == set()
	_paths({"timeout_seconds": 5}, {"id": true}) == set()
	every name in {
		"new_cluster", "spark_jar_task", "spark_python_task", "spark_submit_task", "pipeline_task",
		"python_wheel_task", "dbt_task", "run_job_task",
	} {
		_paths({name: [{"x": "y"}]}, {}) == {""}
	}
	tasks := jobs.tasks with input as _job({"existing_cluster_id": "0415-1"}, {})
	tasks["databricks_job.j"][""].nested == false
	keys := jobs.task_keys with input as _job({"existing_cluster_id": "0415-1"}, {})
	keys["databricks_job.j"] == set()
}

_code(values, unknown) := {[source.path, source.text] |
	code := jobs.code with input as _job(values, unknown)
	some source in code["databricks_job.j"]
}

test_code_of_every_kind_of_task if {
	_code(
		{"task": [
			{"task_key": "a", "notebook_task": [{"notebook_path": "/a"}], "library": [{"whl": "/w"}, {"jar": "/j"}]},
			{"task_key": "b", "spark_python_task": [{"python_file": "/b.py"}]},
			{"task_key": "c", "dbt_task": [{"project_directory": "/dbt"}], "library": [{"egg": "/e"}]},
			{"task_key": "d", "sql_task": [{"file": [{"path": "/q.sql"}]}], "library": [{"requirements": "/r.txt"}]},
			{"task_key": "e", "for_each_task": [{"task": [{"notebook_task": [{"notebook_path": "/n"}]}]}]},
		]},
		{},
	) == {
		["task[0].notebook_task[0].notebook_path", "/a"],
		["task[0].library[0].whl", "/w"],
		["task[0].library[1].jar", "/j"],
		["task[1].spark_python_task[0].python_file", "/b.py"],
		["task[2].dbt_task[0].project_directory", "/dbt"],
		["task[2].library[0].egg", "/e"],
		["task[3].sql_task[0].file[0].path", "/q.sql"],
		["task[3].library[0].requirements", "/r.txt"],
		["task[4].for_each_task[0].task[0].notebook_task[0].notebook_path", "/n"],
	}
	_code({"notebook_task": [{"notebook_path": "/a"}]}, {}) == {["notebook_task[0].notebook_path", "/a"]}
}

test_code_that_is_unknown_as_a_whole if {
	code := jobs.code with input as _job({}, {"task": true})
	{source.path | some source in code["databricks_job.j"]} == {"task"}
	library := jobs.code with input as _job({"task": [{"task_key": "a"}]}, {"task": [{"library": true}]})
	{source.path | some source in library["databricks_job.j"]} == {"task[0].library"}
}

test_a_job_that_goes_away_has_no_tasks if {
	document := json.patch(_training, [{
		"op": "replace", "path": "/resources/databricks_job/databricks_job.j/action", "value": "delete",
	}])
	tasks := jobs.tasks with input as document
	{address | some address, _ in tasks} == set()
}

_named(values, unknown) := {"address": "databricks_job.j", "values": values, "unknown": unknown}

test_matches if {
	jobs.matches(_named({"name": "prod-model-training-job"}, {}), "model-training") == true
	jobs.matches(_named({"name": "ingest"}, {}), "model-training") == false
	jobs.matches(_named({}, {}), "model-training") == false
	jobs.matches(_named({}, {"name": true}), "model-training") == "unknown"
	jobs.matches(_named({"name": "(sensitive value 3f9a12ab)"}, {}), "model-training") == "unknown"
}

test_labels if {
	job := _named({"name": "training"}, {})
	jobs.label(job) == `Job "training"`
	jobs.label(_named({}, {"name": true})) == "databricks_job.j"
	jobs.label(_named({"name": ""}, {})) == "databricks_job.j"
	jobs.task_label(job, {"path": "task[0]", "key": "a"}) == `Task "a" of job "training"`
	jobs.task_label(job, {"path": "task[0]"}) == `task[0] of job "training"`
	jobs.task_label(job, {"path": ""}) == `Job "training"`
}

test_attribute if {
	jobs.attribute({"path": "task[0]", "unknown": {}}, "run_if") == "task[0].run_if"
	jobs.attribute({"path": "", "unknown": {}}, "existing_cluster_id") == "existing_cluster_id"
	jobs.attribute({"path": "task", "unknown": true}, "run_if") == "task"
}

_hidden_code(values, unknown) := {source.path |
	code := jobs.code with input as _job({"task": [object.union({"task_key": "a"}, values)]}, {"task": [unknown]})
	some source in code["databricks_job.j"]
	not source.text
}

test_code_that_is_unknown_in_part if {
	notebook := {"notebook_task": [{"notebook_path": "/a"}]}
	_hidden_code(notebook, {"notebook_task": [{"warehouse_id": true}], "retry_on_timeout": true}) == set()
	_hidden_code({"notebook_task": [{}]}, {"notebook_task": [{"notebook_path": true}]}) == {"task[0].notebook_task[0].notebook_path"}
	_hidden_code({"library": [{}, {"whl": "/w"}]}, {"library": [true, false]}) == {"task[0].library[0]"}
	_hidden_code({"library": [{}]}, {"library": [{"jar": true}]}) == {"task[0].library[0].jar"}
	_hidden_code({"sql_task": [{"file": [{}]}]}, {"sql_task": [{"file": [{"path": true}]}]}) == {"task[0].sql_task[0].file[0].path"}
	_hidden_code({}, {"dbt_task": true}) == {"task[0].dbt_task"}
}

_listed_code(values, unknown) := [[source.path, source.task.path, object.get(source, "text", "not known")] |
	code := jobs.code with input as _job(values, unknown)
	some source in code["databricks_job.j"]
]

test_code_is_listed_once_and_with_its_task if {
	values := {"task": [{
		"task_key": "a",
		"notebook_task": [{"notebook_path": "/a", "source": "WORKSPACE"}],
		"library": [{"whl": "/w", "jar": ""}, {}],
		"sql_task": [{"file": [{"path": "/q.sql"}, {"path": ""}]}],
	}]}
	known := [
		["task[0].library[0].whl", "task[0]", "/w"],
		["task[0].notebook_task[0].notebook_path", "task[0]", "/a"],
		["task[0].sql_task[0].file[0].path", "task[0]", "/q.sql"],
	]
	sort(_listed_code(values, {})) == known
	sort(_listed_code(values, {"task": [{"library": [false, {"jar": true}]}]})) == sort(array.concat(
		known,
		[["task[0].library[1].jar", "task[0]", "not known"]],
	))
}

test_code_in_the_old_format_is_listed_once if {
	values := {"library": [{"jar": "/j"}], "dbt_task": [{}], "sql_task": [{"file": [{"path": "/q.sql"}]}]}
	sort(_listed_code(values, {"dbt_task": [{"project_directory": true}]})) == [
		["dbt_task[0].project_directory", "", "not known"],
		["library[0].egg", "", ""],
		["library[0].jar", "", "/j"],
		["library[0].requirements", "", ""],
		["library[0].whl", "", ""],
		["sql_task[0].file[0].path", "", "/q.sql"],
	]
}

test_code_of_all_kinds_is_unknown if {
	kinds := ["notebook_task", "spark_python_task", "dbt_task", "library"]
	_hidden_code({}, {kind: true | some kind in kinds}) == {sprintf("task[0].%s", [kind]) | some kind in kinds}
	_hidden_code({"library": [{}]}, {"library": [true]}) == {"task[0].library[0]"}
}

test_an_unknown_task_of_the_old_format_is_not_nested if {
	tasks := jobs.tasks with input as _job({}, {"existing_cluster_id": true})
	tasks["databricks_job.j"][""].nested == false
}

test_no_order_of_any_task_is_known if {
	_vague({"task": [{"task_key": "a"}]}, {"task": [{"depends_on": true}]}) == {"task[0].depends_on"}
}

_files := {
	"databricks_notebook": {"databricks_notebook.n": {"values": {"path": "/linked"}}},
	"databricks_workspace_file": {"databricks_workspace_file.f": {"values": {"path": "/file"}}},
	"databricks_directory": {"databricks_directory.d": {"values": {"path": "/folder"}}},
}

_placed(path, unknown, targets) := [places, unplaced] if {
	notebooks := [{"notebook_path": text} | some text in path]
	document := object.union(
		_job({"task": [{"task_key": "a", "notebook_task": notebooks}]}, {"task": [{"notebook_task": unknown}]}),
		{"resources": object.union(_files, {"databricks_job": {"databricks_job.j": {"links": {"task[0].notebook_task[0].notebook_path": targets}}}})},
	)
	places := {source.text | some source in jobs.places["databricks_job.j"]} with input as document
	unplaced := {source.path | some source in jobs.unplaced["databricks_job.j"]} with input as document
}

_unplaced := {"task[0].notebook_task[0].notebook_path"}

test_where_code_lies if {
	_placed(["/a"], false, []) == [{"/a"}, set()]
	_placed(["/a"], false, ["databricks_notebook.n"]) == [{"/a"}, set()]
	_placed(["#a"], false, []) == [{"#a"}, set()]
	_placed(["(sensitive value 3f9a12ab)"], false, []) == [set(), _unplaced]
	_placed([], [{"notebook_path": true}], []) == [set(), _unplaced]
	_placed([], [{"notebook_path": true}], ["databricks_notebook.n", "databricks_directory.d"]) == [{"/linked"}, set()]
	_placed([], [{"notebook_path": true}], ["databricks_workspace_file.f"]) == [{"/file"}, set()]
	_placed([], [{"notebook_path": true}], ["databricks_directory.d"]) == [set(), _unplaced]
}
