package policies.rules.jobs.spark_submit_test

import data.policies.lib.testing_test as given
import data.policies.rules.jobs.spark_submit as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_job(values, unknown) := _answers(given.plan(set(), [given.resource("databricks_job", {
	"values": object.union({"name": "nightly"}, values),
	"unknown": unknown,
})]))

_submit := [{"parameters": ["--class", "A", "dbfs:/a.jar"]}]

_denied(path, label) := given.denied("databricks_job.x", path, sprintf("%s uses spark-submit; wanted is a Python wheel, Python script or JAR task", [label]))

test_spark_submit if {
	_job({"task": [{"task_key": "a", "spark_submit_task": _submit}]}, {}) == _denied("task[0].spark_submit_task", `Task "a" of job "nightly"`)
	_job({"spark_submit_task": _submit}, {}) == _denied("spark_submit_task", `Job "nightly"`)
	_job({"task": [{"task_key": "e", "for_each_task": [{"task": [{"task_key": "a", "spark_submit_task": _submit}]}]}]}, {}) == _denied(
		"task[0].for_each_task[0].task[0].spark_submit_task",
		`Task "a" of job "nightly"`,
	)
}

test_other_tasks if {
	_job({"task": [{"task_key": "a", "spark_submit_task": [], "spark_jar_task": [{}]}]}, {"task": [{"run_if": true}]}) == given.passes("databricks_job.x")
	_job({}, {}) == given.passes("databricks_job.x")
}

test_not_known_yet if {
	_job({"task": [{"task_key": "a"}]}, {"task": [{"spark_submit_task": true}]}) == given.undecided(
		"databricks_job.x",
		"task[0].spark_submit_task",
		`Task "a" of job "nightly": whether it uses spark-submit is not known yet; wanted is a Python wheel, Python script or JAR task`,
	)
}

test_a_job_that_goes_away if {
	_answers(given.plan({"prod"}, [given.resource("databricks_job", {"action": "delete"})])) == given.nothing
}
