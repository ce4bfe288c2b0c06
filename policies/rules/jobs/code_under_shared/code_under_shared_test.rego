package policies.rules.jobs.code_under_shared_test

import data.policies.lib.testing_test as given
import data.policies.rules.jobs.code_under_shared as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_job(values, unknown) := _answers(given.plan(set(), [given.resource("databricks_job", {
	"values": object.union({"name": "nightly"}, values),
	"unknown": unknown,
})]))

_notebook(path) := _job({"task": [{"task_key": "a", "notebook_task": [{"notebook_path": path}]}]}, {})

_path := "task[0].notebook_task[0].notebook_path"

test_under_shared if {
	every path in ["/Shared/a", "/Workspace/Shared/.bundle/a/files/b"] {
		_notebook(path) == given.denied("databricks_job.x", _path, sprintf(
			`Task "a" of job "nightly" takes its code from "%s", which every user can write; wanted is a folder that only deployments write`,
			[path],
		))
	}
}

test_elsewhere if {
	every path in ["/Applications/Shared/a", "/Users/bob@example.com/a", "Shared/a", "", "/SharedX/a"] {
		_notebook(path) == given.passes("databricks_job.x")
	}
}

test_not_known_yet if {
	_job({"task": [{"task_key": "a", "notebook_task": [{}]}]}, {"task": [{"notebook_task": [{"notebook_path": true}]}]}) == given.undecided(
		"databricks_job.x",
		_path,
		`Task "a" of job "nightly": where its code lies is not known yet; wanted is a folder that only deployments write`,
	)
}

test_a_job_that_goes_away if {
	_answers(given.plan({"prod"}, [given.resource("databricks_job", {"action": "delete"})])) == given.nothing
}
