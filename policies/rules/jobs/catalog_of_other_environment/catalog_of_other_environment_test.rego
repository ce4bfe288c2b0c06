package policies.rules.jobs.catalog_of_other_environment_test

import data.policies.lib.testing_test as given
import data.policies.rules.jobs.catalog_of_other_environment as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_for(targets, values, unknown) := _answers(given.plan(targets, [given.resource("databricks_job", {
	"values": object.union({"name": "nightly"}, values),
	"unknown": unknown,
})]))

_message(path, catalog) := sprintf(`%s of databricks_job.x is "%s", a catalog of another environment; in production it is one of production`, [path, catalog])

_cases(catalog) := {
	"task[0].notebook_task[0].base_parameters.output_Catalog": {"task": [{"notebook_task": [{"base_parameters": {"output_Catalog": catalog, "schema": "dev"}}]}]},
	"task[0].python_wheel_task[0].named_parameters.catalog": {"task": [{"python_wheel_task": [{"named_parameters": {"catalog": catalog}}]}]},
	"task[0].dbt_task[0].catalog": {"task": [{"dbt_task": [{"catalog": catalog, "schema": "dev"}]}]},
	"parameter[1].default": {"parameter": [{"name": "schema", "default": "dev"}, {"name": "Catalog", "default": catalog}]},
}

test_another_environment if {
	every path, values in _cases("Citibike_Dev") {
		_for({"prod"}, values, {}) == given.denied("databricks_job.x", path, _message(path, "Citibike_Dev"))
	}
	every catalog in ["dev", "sales-test", "staging", "x_uat_1", "sandbox"] {
		path := "parameter[1].default"
		_for({"prod"}, _cases(catalog)[path], {}) == given.denied("databricks_job.x", path, _message(path, catalog))
	}
}

test_production_or_no_environment if {
	every catalog in ["prod", "main", "devices", "latest", "", "(sensitive value 3f9a12ab)", "größen"] {
		every values in _cases(catalog) {
			_for({"prod"}, values, {"id": true}) == given.passes("databricks_job.x")
		}
	}
}

test_other_targets if {
	every values in _cases("dev") {
		_for({"dev"}, values, {}) == given.nothing
	}
	path := "parameter[1].default"
	_for(set(), _cases("dev")[path], {}) == given.undecided("databricks_job.x", path, given.in_doubt(_message(path, "dev")))
}

_pipeline(values, unknown) := _answers(given.plan({"prod"}, [given.resource("databricks_pipeline", {"values": values, "unknown": unknown})]))

test_a_pipeline if {
	_pipeline({"catalog": "dev"}, {}).deny == {{
		"address": "databricks_pipeline.x",
		"path": "catalog",
		"message": `catalog of databricks_pipeline.x is "dev", a catalog of another environment; in production it is one of production`,
	}}
	_pipeline({"catalog": "prod"}, {}) == given.passes("databricks_pipeline.x")
	_pipeline({}, {"catalog": true}).undecided == {{
		"address": "databricks_pipeline.x",
		"path": "catalog",
		"message": "Which catalog catalog of databricks_pipeline.x names is not known yet; in production it is one of production",
	}}
	_answers(given.plan({"prod"}, [given.resource("databricks_catalog", {"values": {"catalog": "dev"}})])) == given.nothing
}

_undecided(path) := given.undecided("databricks_job.x", path, sprintf(
	"Which catalog %s of databricks_job.x names is not known yet; in production it is one of production",
	[path],
))

test_not_known_yet if {
	every kind, name in {"notebook_task": "base_parameters", "python_wheel_task": "named_parameters"} {
		task := {"task": [{"task_key": "a", kind: [{}]}]}
		path := sprintf("task[0].%s[0].%s.Catalog", [kind, name])
		_for({"prod"}, task, {"task": [{kind: [{name: {"Catalog": true, "schema": true, "catalog_b": false}}]}]}) == _undecided(path)
		_for({"prod"}, task, {"task": [{kind: [{name: true}]}]}) == given.passes("databricks_job.x")
		_for({"prod"}, task, {"task": [{kind: true}]}) == given.passes("databricks_job.x")
	}
	_for({"prod"}, {"parameter": [{"name": "The_Catalog"}]}, {"parameter": [{"default": true}]}) == _undecided("parameter[0].default")
	_for({"prod"}, {}, {"parameter": true}) == _undecided("parameter")
	_for({"prod"}, {"parameter": [{"name": "other"}]}, {"parameter": [{"default": true}]}) == given.passes("databricks_job.x")
	_for({"prod"}, {"parameter": [{"default": "prod"}]}, {"parameter": [{"name": true}]}) == given.passes("databricks_job.x")
}

test_a_job_of_which_nothing_is_known_yet if {
	_answers(given.plan({"prod"}, [given.resource("databricks_job", {"unknown": true})])) == given.undecided(
		"databricks_job.x", "",
		"Which catalogs databricks_job.x names is not known yet; in production they are of production",
	)
}

test_a_job_that_goes_away if {
	_answers(given.plan({"prod"}, [given.resource("databricks_job", {"action": "delete"})])) == given.nothing
}
