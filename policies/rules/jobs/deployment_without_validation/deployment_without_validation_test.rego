package policies.rules.jobs.deployment_without_validation_test

import data.policies.lib.testing_test as given
import data.policies.rules.jobs.deployment_without_validation as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_job(values, unknown) := _answers(given.plan(set(), [given.resource("databricks_job", {
	"values": object.union({"name": "model-training"}, values),
	"unknown": unknown,
})]))

_task(key, after) := {"task_key": key, "depends_on": [{"task_key": each} | some each in after]}

_chain := [_task("Train", []), _task("ModelValidation", ["Train"]), _task("Sign", ["ModelValidation"])]

_deploying(fields) := {"task": array.concat(_chain, [object.union(_task("ModelDeployment", ["Sign"]), fields)])}

_address := "databricks_job.x"

test_validated if {
	_job(_deploying({}), {"id": true}) == given.passes(_address)
	_job(_deploying({"run_if": "ALL_SUCCESS"}), {}) == given.passes(_address)
	_job({"task": _chain}, {}) == given.passes(_address)
}

_without := given.denied(
	_address,
	"task[1].depends_on",
	`Task "Deploy" of job "model-training" deploys without a validation task before it; wanted is one`,
)

test_not_validated if {
	_job({"task": [_task("Train", []), _task("Deploy", ["Train"])]}, {}) == _without
	_job({"task": [_task("Train", []), _task("Deploy", []), _task("Validate", ["Deploy"])]}, {}) == _without
}

test_validation_may_have_failed if {
	every run_if in ["ALL_DONE", "all_failed", "AT_LEAST_ONE_FAILED"] {
		_job(_deploying({"run_if": run_if}), {}) == given.denied(_address, "task[3].run_if", sprintf(
			`Task "ModelDeployment" of job "model-training" deploys although validation may have failed (run_if %s); wanted is ALL_SUCCESS`,
			[run_if],
		))
	}
}

test_other_jobs if {
	_job({"name": "nightly", "task": [_task("Deploy", [])]}, {}) == given.nothing
	_job({"name": "nightly"}, {"task": true}) == given.nothing
}

test_other_names if {
	document := given.plan(set(), [given.resource("databricks_job", {"values": {"name": "nightly", "task": [_task("prüfen", []), _task("ausrollen", ["prüfen"])]}})])
	names := {"job_name_regex": "^night", "deployment_regex": "ausrollen", "validation_regex": "prüfen"}
	_answers(document) == given.passes(_address) with data.tfcheck.parameters as {"DBX-JOB-008": names}
}

_order := given.undecided(
	_address,
	"task",
	`Which tasks of job "model-training" come before which is not known yet; a deployment waits for validation`,
)

test_not_known_yet if {
	_job({"task": [_task("Train", []), {"task_key": "Deploy"}]}, {"task": [false, {"depends_on": true}]}) == _order
	_job({"task": [_task("Train", [])]}, {"task": [{"depends_on": true}]}) == given.passes(_address)
	_job(_deploying({}), {"task": [{"depends_on": true}]}) == given.passes(_address)
	_job(_deploying({}), {"task": [false, false, false, {"run_if": true}]}) == given.undecided(
		_address,
		"task[3].run_if",
		`Task "ModelDeployment" of job "model-training": run_if is not known yet; a deployment runs only after validation succeeded`,
	)
	_job({"name": "nightly", "task": [{"task_key": "Deploy"}]}, {"task": [{"depends_on": true, "run_if": true}]}) == given.nothing
}

test_tasks_that_are_not_known_yet if {
	_job({}, {"task": true}) == _order
	_job({"task": array.concat(_chain, [{"depends_on": [{"task_key": "Sign"}]}])}, {"task": [false, false, false, {"task_key": true}]}) == _order
	_job({"task": [{"task_key": "each", "for_each_task": [{"task": [{}]}]}]}, {"task": [{"for_each_task": [{"task": [{"task_key": true}]}]}]}) == given.passes(_address)
	_answers(given.plan(set(), [given.resource("databricks_job", {"unknown": true})])) == given.undecided(
		_address, "task",
		"Which tasks of databricks_job.x come before which is not known yet; a deployment waits for validation",
	)
}

test_a_name_that_is_not_known if {
	tasks := {"task": [_task("Deploy", [])]}
	_answers(given.plan(set(), [given.resource("databricks_job", {"values": tasks, "unknown": {"name": true}})])) == given.undecided(
		_address,
		"task[0].depends_on",
		`If this job trains models: Task "Deploy" of databricks_job.x deploys without a validation task before it; wanted is one`,
	)
}

test_tasks_in_a_loop if {
	loop := {"task_key": "each", "for_each_task": [{"task": [{"task_key": "Deploy"}]}]}
	_job({"task": [loop]}, {}) == given.passes(_address)
}

test_a_job_that_goes_away if {
	_answers(given.plan({"prod"}, [given.resource("databricks_job", {"action": "delete"})])) == given.nothing
}
