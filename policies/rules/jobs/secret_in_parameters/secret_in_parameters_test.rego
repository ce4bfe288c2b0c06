package policies.rules.jobs.secret_in_parameters_test

import data.policies.lib.testing_test as given
import data.policies.rules.jobs.secret_in_parameters as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_job(values, unknown) := _answers(given.plan(set(), [given.resource("databricks_job", {
	"values": object.union({"name": "nightly"}, values),
	"unknown": unknown,
})]))

_holding(path, why) := _answers(given.plan(set(), [given.resource("databricks_job", {"secrets": {path: why}})]))

_named := {"kind": "named", "marked": false}

_found(path, text) := sprintf(
	"%s of databricks_job.x %s; write {{secrets/<scope>/<key>}}, which keeps it out of plan, state and web page",
	[path, text],
)

test_a_secret_of_a_task if {
	every path in [
		"task[0].notebook_task[0].base_parameters.token",
		"task[0].python_wheel_task[0].named_parameters.token",
		"task[0].run_job_task[0].job_parameters.token",
		"task[0].spark_python_task[0].parameters[1]",
	] {
		_holding(path, _named) == given.denied("databricks_job.x", path, _found(path, "holds a secret in clear"))
	}
}

test_what_is_only_sensitive if {
	path := "task[0].notebook_task[0].base_parameters.x"
	_holding(path, {"kind": "marked", "marked": true}) == given.undecided("databricks_job.x", path, _found(path, "holds what is sensitive, maybe a secret in clear"))
}

test_secrets_elsewhere if {
	_holding("new_cluster[0].spark_conf.token", _named) == given.passes("databricks_job.x")
	other := given.resource("databricks_pipeline", {"secrets": {"base_parameters.token": _named, "base_parameters.x": {"kind": "marked", "marked": true}}})
	_answers(given.plan(set(), [other])) == given.nothing
}

_parameter(name, text) := {"parameter": [{"name": name, "default": text}]}

_denied(name) := given.denied("databricks_job.x", "parameter[0].default", sprintf(
	"parameter[0].default of databricks_job.x holds a secret in clear, the parameter %s; read it in the code with dbutils.secrets",
	[name],
))

test_a_secret_of_the_job if {
	_job(_parameter("api_token", "hunter2"), {}) == _denied("api_token")
	_job(_parameter("api_token", "(sensitive value 3f9a12ab)"), {}) == _denied("api_token")
	form := given.resource("databricks_job", {
		"values": _parameter("größe", "(sensitive value 3f9a12ab)"),
		"secrets": {"parameter[0].default": {"kind": "token", "marked": false, "token": "databricks_token"}},
	})
	_answers(given.plan(set(), [form])) == _denied("größe")
}

test_a_sensitive_parameter_of_the_job if {
	sensitive := given.resource("databricks_job", {
		"values": _parameter("größe", "(sensitive value 3f9a12ab)"),
		"secrets": {"parameter[0].default": {"kind": "marked", "marked": true}},
	})
	_answers(given.plan(set(), [sensitive])) == given.undecided(
		"databricks_job.x",
		"parameter[0].default",
		"parameter[0].default of databricks_job.x holds what is sensitive, maybe a secret in clear; read it in the code with dbutils.secrets",
	)
}

test_no_secret_of_the_job if {
	_job(_parameter("api_token", "{{secrets/a/b}}"), {"id": true}) == given.passes("databricks_job.x")
	_job(_parameter("api_token", ""), {}) == given.passes("databricks_job.x")
	_job(_parameter("secret_scope", "kv"), {}) == given.passes("databricks_job.x")
	_job({}, {}) == given.passes("databricks_job.x")
}

_undecided(path) := given.undecided("databricks_job.x", path, sprintf(
	"Whether %s of databricks_job.x holds a secret in clear is not known yet; read it in the code with dbutils.secrets",
	[path],
))

test_not_known_yet if {
	every kind, name in {
		"notebook_task": "base_parameters", "python_wheel_task": "named_parameters",
		"run_job_task": "job_parameters", "sql_task": "parameters",
	} {
		task := {"task": [{"task_key": "a", kind: [{}]}]}
		path := sprintf("task[0].%s[0].%s", [kind, name])
		_job(task, {"task": [{kind: [{name: {"token": true, "other": true}}]}]}) == _undecided(concat(".", [path, "token"]))
		_job(task, {"task": [{kind: [{name: true}]}]}) == _undecided(path)
	}
	_job({"parameter": [{"name": "api_token"}]}, {"parameter": [{"default": true}]}) == _undecided("parameter[0].default")
	_job({}, {"parameter": true}) == _undecided("parameter")
	_job({"parameter": [{"name": "other"}]}, {"parameter": [{"default": true}]}) == given.passes("databricks_job.x")
	_job({"parameter": [{"default": "x"}]}, {"parameter": [{"name": true}]}) == given.passes("databricks_job.x")
}

test_a_job_that_goes_away if {
	_answers(given.plan({"prod"}, [given.resource("databricks_job", {"action": "delete"})])) == given.nothing
}
