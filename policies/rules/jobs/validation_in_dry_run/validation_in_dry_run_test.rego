package policies.rules.jobs.validation_in_dry_run_test

import data.policies.lib.testing_test as given
import data.policies.rules.jobs.validation_in_dry_run as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_for(targets, values, unknown) := _answers(given.plan(targets, [given.resource("databricks_job", {
	"values": object.union({"name": "nightly"}, values),
	"unknown": unknown,
})]))

_notebook(mode) := {"task": [{"task_key": "a", "notebook_task": [{"base_parameters": {"run_mode": mode}}]}]}

_parameter(mode) := {"parameter": [{"name": "other", "default": "dry_run"}, {"name": "run_mode", "default": mode}]}

_path := "task[0].notebook_task[0].base_parameters.run_mode"

_message(label, mode) := sprintf("%s has run_mode %s, so a model that fails its validation is deployed; in production it is enabled", [label, mode])

_label := `Task "a" of job "nightly"`

test_validation_is_off if {
	every mode in ["dry_run", "DISABLED"] {
		_for({"prod"}, _notebook(mode), {}) == given.denied("databricks_job.x", _path, _message(_label, mode))
		_for({"prod"}, _parameter(mode), {}) == given.denied("databricks_job.x", "parameter[1].default", _message(`Job "nightly"`, mode))
	}
}

test_validation_is_on if {
	_for({"prod"}, _notebook("enabled"), {"id": true}) == given.passes("databricks_job.x")
	_for({"prod"}, _parameter("enabled"), {"parameter": [{"default": true}]}) == given.passes("databricks_job.x")
	_for({"prod"}, {"task": [{"task_key": "a"}]}, {"task": [{"run_if": true}]}) == given.passes("databricks_job.x")
}

test_other_targets if {
	_for({"dev"}, _notebook("dry_run"), {}) == given.nothing
	_for(set(), _notebook("dry_run"), {}) == given.undecided("databricks_job.x", _path, given.in_doubt(_message(_label, "dry_run")))
}

_undecided(path, label) := given.undecided("databricks_job.x", path, sprintf("%s: its run_mode is not known yet; in production it is enabled", [label]))

test_not_known_yet if {
	task := {"task": [{"task_key": "a", "notebook_task": [{}]}]}
	base := "task[0].notebook_task[0].base_parameters"
	_for({"prod"}, task, {"task": [{"notebook_task": [{"base_parameters": true}]}]}) == _undecided(base, _label)
	_for({"prod"}, task, {"task": [{"notebook_task": [{"base_parameters": {"run_mode": true}}]}]}) == _undecided(base, _label)
	_for({"prod"}, task, {"task": [{"notebook_task": [{"base_parameters": {"other": true}}]}]}) == given.passes("databricks_job.x")
	_for({"prod"}, {"parameter": [{"name": "run_mode"}]}, {"parameter": [{"default": true}]}) == _undecided("parameter[0].default", `Job "nightly"`)
	_for({"prod"}, {}, {"parameter": true}) == _undecided("parameter", `Job "nightly"`)
	_for({"prod"}, {"parameter": [{"name": "other"}]}, {"parameter": [{"default": true}]}) == given.passes("databricks_job.x")
	_for({"prod"}, {"parameter": [{"name": "run_mode", "default": "enabled"}]}, {"parameter": [{"x": true}]}) == given.passes("databricks_job.x")
}

test_a_job_that_goes_away if {
	_answers(given.plan({"prod"}, [given.resource("databricks_job", {"action": "delete"})])) == given.nothing
}
