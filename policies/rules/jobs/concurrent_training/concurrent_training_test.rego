package policies.rules.jobs.concurrent_training_test

import data.policies.lib.testing_test as given
import data.policies.rules.jobs.concurrent_training as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_job(values, unknown) := _answers(given.plan(set(), [given.resource("databricks_job", {
	"values": object.union({"name": "nightly"}, values),
	"unknown": unknown,
})]))

_training(values, unknown) := _job(object.union({"name": "Model Training"}, values), unknown)

test_one_at_a_time if {
	_training({"max_concurrent_runs": 1}, {"id": true}) == given.passes("databricks_job.x")
	_training({}, {}) == given.passes("databricks_job.x")
}

test_several_at_once if {
	_training({"max_concurrent_runs": 2}, {}) == given.denied(
		"databricks_job.x",
		"max_concurrent_runs",
		`Job "Model Training" may have 2 runs at once; a training job runs one at a time`,
	)
}

test_other_jobs if {
	_job({"max_concurrent_runs": 4}, {}) == given.nothing
	_job({}, {"max_concurrent_runs": true}) == given.nothing
}

test_other_names if {
	document := given.plan(set(), [given.resource("databricks_job", {"values": {"name": "übung", "max_concurrent_runs": 2}})])
	answers := _answers(document) with data.tfcheck.parameters as {"DBX-JOB-014": {"job_name_regex": "übung"}}
	answers.deny != set()
}

test_not_known_yet if {
	_training({}, {"max_concurrent_runs": true}) == given.undecided(
		"databricks_job.x",
		"max_concurrent_runs",
		`How many runs of job "Model Training" there may be at once is not known yet; a training job runs one at a time`,
	)
	one := given.resource("databricks_job", {"values": {"max_concurrent_runs": 1}, "unknown": {"name": true}})
	_answers(given.plan(set(), [one])) == given.passes("databricks_job.x")
	nameless := given.resource("databricks_job", {"values": {"max_concurrent_runs": 2}, "unknown": {"name": true}})
	_answers(given.plan(set(), [nameless])) == given.undecided(
		"databricks_job.x",
		"max_concurrent_runs",
		"If this job trains models: databricks_job.x may have 2 runs at once; a training job runs one at a time",
	)
}

test_a_job_that_goes_away if {
	_answers(given.plan({"prod"}, [given.resource("databricks_job", {"action": "delete"})])) == given.nothing
}
