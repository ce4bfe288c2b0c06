package policies.rules.pipelines.code_in_personal_folder_test

import data.policies.lib.testing_test as given
import data.policies.rules.pipelines.code_in_personal_folder as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_for(targets, values, unknown) := _answers(given.plan(targets, [given.resource("databricks_pipeline", {
	"values": object.union({"name": "bronze"}, values),
	"unknown": unknown,
})]))

_address := "databricks_pipeline.x"

_library(kind, name, path) := {"library": [{kind: [{name: path}]}]}

_message(path) := sprintf(
	`Pipeline "bronze" takes its code from "%s", a folder of the person bob@example.com; in production code lies where only deployments write`,
	[path],
)

_home := "/Workspace/Users/bob@example.com/a"

_cases(path) := {
	"root_path": {"root_path": path},
	"library[0].notebook[0].path": _library("notebook", "path", path),
	"library[0].file[0].path": _library("file", "path", path),
	"library[0].glob[0].include": _library("glob", "include", path),
}

test_a_personal_folder if {
	every path, values in _cases(_home) {
		_for({"prod"}, values, {}) == given.denied(_address, path, _message(_home))
	}
}

test_other_folders if {
	every folder in ["/Workspace/Applications/a", "/Users/7c1f0a4e-1111-4222-8333-444455556666/a", ""] {
		every values in _cases(folder) {
			_for({"prod"}, values, {"id": true}) == given.passes(_address)
		}
	}
	_for({"prod"}, {"storage": _home}, {}) == given.passes(_address)
}

test_other_targets if {
	_for({"dev"}, {"root_path": _home}, {}) == given.nothing
	_for(set(), {"root_path": _home}, {}) == given.undecided(_address, "root_path", given.in_doubt(_message(_home)))
}

_undecided(path) := given.undecided(
	_address,
	path,
	`Pipeline "bronze": where its code lies is not known yet; in production code lies where only deployments write`,
)

test_not_known_yet if {
	_for({"prod"}, {"library": [{"notebook": [{}]}]}, {"library": [{"notebook": [{"path": true}]}]}) == _undecided("library[0].notebook[0].path")
	_for({"prod"}, {}, {"root_path": true}) == _undecided("root_path")
	_for({"prod"}, {"root_path": "(sensitive value 3f9a12ab)"}, {}) == _undecided("root_path")
	_for({"prod"}, {}, {"library": true}) == _undecided("library")
}

_linked(path) := _answers(given.plan({"prod"}, [
	given.resource("databricks_notebook", {"values": {"path": path}}),
	given.resource("databricks_pipeline", {
		"values": {"name": "bronze", "library": [{"notebook": [{}]}]},
		"unknown": {"library": [{"notebook": [{"path": true}]}]},
		"links": {"library[0].notebook[0].path": ["databricks_notebook.x"]},
	}),
]))

test_a_notebook_of_the_same_plan if {
	_linked(_home) == given.denied(_address, "library[0].notebook[0].path", _message(_home))
	_linked("/Applications/a") == given.passes(_address)
}

test_a_pipeline_that_goes_away if {
	_answers(given.plan({"prod"}, [given.resource("databricks_pipeline", {"action": "delete"})])) == given.nothing
}
