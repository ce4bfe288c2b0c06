package policies.rules.bundles.unpinned_library_test

import data.policies.rules.bundles.unpinned_library as policy

_document(values, unknown) := {
	"document": {"kind": "bundle", "file": "databricks.yml"},
	"resources": {"databricks_job": {"databricks_job.a": {
		"address": "databricks_job.a", "type": "databricks_job", "name": "a", "mode": "managed", "action": "no-op",
		"values": values, "unknown": unknown,
	}}},
}

_libraries(libraries) := _document({"task": [{"task_key": "t", "library": libraries}]}, {})

_dependencies(listed) := _document({"environment": [{"environment_key": "e", "spec": [{"dependencies": listed}]}]}, {})

_answers(document) := {"deny": deny, "undecided": undecided, "checked": checked} if {
	deny := policy.deny with input as document
	undecided := policy.undecided with input as document
	checked := policy.checked with input as document
}

_denied(results) := {"deny": results, "undecided": set(), "checked": {"databricks_job.a"}}

_passed := _denied(set())

_at(path, message) := {"address": "databricks_job.a", "path": path, "message": message}

_loose(text, bare) := sprintf("The package %q has no exact version; wanted is such as %s==1.2.3", [text, bare])

_exposed(text) := sprintf(
	"%q lies where everyone in the workspace can replace it; wanted is a folder that only deployments write to",
	[text],
)

test_packages_without_exact_version if {
	every text, bare in {"pandas": "pandas", "pandas>=2": "pandas", "mlflow[databricks]~=2.1": "mlflow", "x !=1": "x"} {
		_answers(_libraries([{"pypi": [{"package": text}]}])) == _denied({_at("task[0].library[0].pypi[0].package", _loose(text, bare))})
		_answers(_dependencies([text])) == _denied({_at("environment[0].spec[0].dependencies[0]", _loose(text, bare))})
	}
}

test_pinned_packages if {
	every text in ["pandas==2.2.3", "x===1", "x @ https://example.com/x-1.0.zip", "--index-url https://pypi.example.com"] {
		_answers(_dependencies([text])) == _passed
	}
	_answers(_libraries([{"pypi": [{"package": "pandas==2.2.3"}]}])) == _passed
}

test_files_that_everyone_can_replace if {
	every text in ["dbfs:/FileStore/x.whl", "/dbfs/x.jar", "/Shared/x.whl", "/Workspace/Shared/x.txt", "file:/Workspace/Shared/x.whl"] {
		_answers(_libraries([{"jar": "/Volumes/a/b/c/x.jar"}, {"whl": text}])) == _denied({_at("task[0].library[1].whl", _exposed(text))})
	}
	text := "-r /Workspace/Shared/requirements.txt"
	_answers(_dependencies([text])) == _denied({_at("environment[0].spec[0].dependencies[0]", _exposed(text))})
}

test_other_files if {
	every name in ["whl", "jar", "egg", "requirements"] {
		_answers(_libraries([{name: "/Workspace/Applications/x/artifacts/.internal/x.whl"}])) == _passed
	}
	_answers(_dependencies(["./dist/x.whl", "/Volumes/a/b/c/x.whl"])) == _passed
}

test_not_known_yet if {
	_answers(_document({"task": [{"task_key": "t"}]}, {"task": [{"library": [{"whl": true}]}]})) == {
		"deny": set(),
		"undecided": {_at(
			"task[0].library[0].whl",
			"Where this library comes from is not known yet; wanted is an exact version, or a folder that only deployments write to",
		)},
		"checked": {"databricks_job.a"},
	}
}

test_not_applicable if {
	nothing := {"deny": set(), "undecided": set(), "checked": set()}
	_answers(_libraries([])) == nothing
	_answers(_libraries([{"maven": [{"coordinates": "a:b:1"}]}])) == nothing
	plan := object.union(_libraries([{"pypi": [{"package": "pandas"}]}]), {"document": {"kind": "plan"}})
	_answers(plan) == nothing
}

test_every_kind_of_file_may_be_unknown if {
	every name in ["whl", "jar", "egg", "requirements"] {
		answers := _answers(_document({"task": [{"task_key": "t"}]}, {"task": [{"library": [{name: true}]}]}))
		{each.path | some each in answers.undecided} == {sprintf("task[0].library[0].%s", [name])}
	}
	_answers(_document({"task": [{"task_key": "t"}]}, {"task": [{"library": [{"maven": true}]}]})).undecided == set()
}

test_a_file_without_folder_is_no_package if _answers(_dependencies(["x-1.0.whl"])) == _passed

test_dependencies_of_other_projects if {
	plan := object.union(_dependencies(["pandas"]), {"document": {"kind": "plan"}})
	_answers(plan) == {"deny": set(), "undecided": set(), "checked": set()}
}
