package policies.rules.jobs.code_on_dbfs_test

import data.policies.lib.testing_test as given
import data.policies.rules.jobs.code_on_dbfs as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_job(task, unknown) := _answers(given.plan(set(), [given.resource("databricks_job", {
	"values": {"name": "nightly", "task": [object.union({"task_key": "a"}, task)]},
	"unknown": {"task": [unknown]},
})]))

_denied(path, text) := given.denied("databricks_job.x", path, sprintf(
	`Task "a" of job "nightly" takes code from "%s", which every user can write; wanted is a volume or a workspace file`,
	[text],
))

test_on_dbfs if {
	every name in ["jar", "whl", "egg", "requirements"] {
		_job({"library": [{name: "dbfs:/FileStore/a"}]}, false) == _denied(sprintf("task[0].library[0].%s", [name]), "dbfs:/FileStore/a")
	}
	_job({"library": [{"whl": "/dbfs/a.whl"}]}, false) == _denied("task[0].library[0].whl", "/dbfs/a.whl")
	_job({"spark_python_task": [{"python_file": "dbfs:/a.py"}]}, false) == _denied("task[0].spark_python_task[0].python_file", "dbfs:/a.py")
}

test_elsewhere if {
	every text in ["/Volumes/p/a.whl", "dbfs:/Volumes/p/a.whl", "/dbfs/Volumes/p/a.whl", "/Workspace/Applications/a.whl", "", "s3://b/a.whl", "/dbfsx/a"] {
		_job({"library": [{"whl": text}]}, {"library": [{"jar": false}]}) == given.passes("databricks_job.x")
		_job({"spark_python_task": [{"python_file": text}]}, false) == given.passes("databricks_job.x")
	}
}

test_libraries_of_all_kinds if {
	every name in ["jar", "whl", "egg", "requirements"] {
		found := _answers(given.plan(set(), [given.resource("databricks_library", {"values": {name: "dbfs:/a"}})]))
		found.deny != set()
		hidden := _answers(given.plan(set(), [given.resource("databricks_library", {"unknown": {name: true}})]))
		hidden.undecided == {{
			"address": "databricks_library.x",
			"path": name,
			"message": "databricks_library.x: where its code lies is not known yet; wanted is a volume or a workspace file",
		}}
	}
	_answers(given.plan(set(), [given.resource("databricks_library", {"values": {"cluster_id": "dbfs:/a"}})])) == given.passes("databricks_library.x")
}

test_each_library_once if {
	count(_job({"library": [{"whl": "dbfs:/a.whl"}]}, false).deny) == 1
	count(_job({"library": [{}]}, {"library": [{"whl": true}]}).undecided) == 1
}

test_a_library_elsewhere if {
	_answers(given.plan(set(), [given.resource("databricks_library", {"values": {"jar": "/Volumes/p/a.jar"}})])) == given.passes("databricks_library.x")
}

test_libraries_of_others if {
	library := given.resource("databricks_library", {"values": {"jar": "dbfs:/a.jar"}})
	_answers(given.plan(set(), [library])) == given.denied(
		"databricks_library.x",
		"jar",
		`databricks_library.x takes code from "dbfs:/a.jar", which every user can write; wanted is a volume or a workspace file`,
	)
}

_undecided(path) := given.undecided(
	"databricks_job.x",
	path,
	`Task "a" of job "nightly": where its code lies is not known yet; wanted is a volume or a workspace file`,
)

test_not_known_yet if {
	_job({"library": [{}]}, {"library": [{"egg": true}]}) == _undecided("task[0].library[0].egg")
	_job({"library": [{"whl": "(sensitive value 3f9a12ab)"}]}, false) == _undecided("task[0].library[0].whl")
	_job({"spark_python_task": [{}]}, {"spark_python_task": [{"python_file": true}]}) == _undecided("task[0].spark_python_task[0].python_file")
	_job({"spark_python_task": [{"python_file": "(sensitive value 3f9a12ab)"}]}, false) == _undecided("task[0].spark_python_task[0].python_file")
	_job({}, {"library": true}) == _undecided("task[0].library")
}

test_a_job_that_goes_away if {
	_answers(given.plan(set(), [given.resource("databricks_job", {"action": "delete"})])) == given.nothing
}
