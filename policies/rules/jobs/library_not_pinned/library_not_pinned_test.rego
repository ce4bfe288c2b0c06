package policies.rules.jobs.library_not_pinned_test

import data.policies.lib.testing_test as given
import data.policies.rules.jobs.library_not_pinned as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_job(values, unknown) := _answers(given.plan(set(), [given.resource("databricks_job", {
	"values": object.union({"name": "nightly"}, values),
	"unknown": unknown,
})]))

_task(library, unknown) := _job({"task": [{"task_key": "a", "library": [library]}]}, {"task": [{"library": [unknown]}]})

_denied(path, subject, name) := given.denied("databricks_job.x", path, sprintf(
	`%s installs the library "%s" in whatever version is newest; wanted is one version`,
	[subject, name],
))

test_pinned if {
	_task({"pypi": [{"package": "langchain==0.1.5"}]}, {"jar": true}) == given.passes("databricks_job.x")
	_task({"maven": [{"coordinates": "com.example:etl:1.0"}]}, false) == given.passes("databricks_job.x")
	_task({"cran": [{"package": "forecast"}]}, false) == given.nothing
	_task({"whl": "/a.whl"}, false) == given.nothing
	_job({"task": [{"task_key": "a"}], "environment": []}, {}) == given.nothing
}

test_not_pinned if {
	label := `Task "a" of job "nightly"`
	_task({"pypi": [{"package": "langchain"}]}, false) == _denied("task[0].library[0].pypi[0].package", label, "langchain")
	_task({"maven": [{"coordinates": "com.example:etl"}]}, false) == _denied("task[0].library[0].maven[0].coordinates", label, "com.example:etl")
}

_environment(dependencies, unknown) := _job(
	{"environment": [{"environment_key": "e", "spec": [{"dependencies": dependencies}]}]},
	{"environment": [{"spec": [unknown]}]},
)

test_an_environment if {
	_environment(["langchain==0.1.5", "/Volumes/a.whl", "(sensitive value 3f9a12ab)"], false) == given.passes("databricks_job.x")
	_environment(["a==1", "langchain"], {"environment_version": true}) == _denied(
		"environment[0].spec[0].dependencies[1]",
		`An environment of job "nightly"`,
		"langchain",
	)
}

_undecided(path) := given.undecided(
	"databricks_job.x",
	path,
	`Task "a" of job "nightly": which library it installs, and in which version, is not known yet; wanted is one version`,
)

_environment_undecided(path) := given.undecided(
	"databricks_job.x",
	path,
	`Which libraries an environment of job "nightly" installs, and in which versions, is not known yet; wanted is one version of each`,
)

test_not_known_yet if {
	_task({"pypi": [{}]}, {"pypi": [{"package": true}]}) == _undecided("task[0].library[0].pypi[0].package")
	_task({"maven": [{"coordinates": "(sensitive value 3f9a12ab)"}]}, false) == _undecided("task[0].library[0].maven[0].coordinates")
	_environment(["a==1"], {"dependencies": [false, true]}) == _environment_undecided("environment[0].spec[0].dependencies")
	_environment([], {"dependencies": true}) == _environment_undecided("environment[0].spec[0].dependencies")
	_environment(["a==1"], {"dependencies": [false, false]}) == given.passes("databricks_job.x")
	_job({}, {"environment": true}) == _environment_undecided("environment")
}

test_clusters_are_not_looked_at if {
	_job({"new_cluster": [{"library": [{"pypi": [{"package": "langchain"}]}]}]}, {}) == given.nothing
}

test_a_job_that_goes_away if {
	_answers(given.plan(set(), [given.resource("databricks_job", {"action": "delete"})])) == given.nothing
}

test_a_job_of_which_nothing_is_known_yet if {
	_answers(given.plan(set(), [given.resource("databricks_job", {"unknown": true})])) == given.undecided(
		"databricks_job.x", "",
		"databricks_job.x: which library it installs, and in which version, is not known yet; wanted is one version",
	)
}
