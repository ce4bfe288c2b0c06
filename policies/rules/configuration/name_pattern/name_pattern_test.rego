package policies.rules.configuration.name_pattern_test

import data.policies.lib.testing_test as given
import data.policies.rules.configuration.name_pattern as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_with(patterns, targets, type, fields) := answers if {
	document := given.plan(targets, [given.resource(type, fields)])
	answers := _answers(document) with data.tfcheck.parameters as {"DBX-CFG-004": {"patterns": patterns}}
}

_address := "databricks_job.x"

_jobs := {"databricks_job": "^{target}-[a-z]+$"}

_job(targets, fields) := _with(_jobs, targets, "databricks_job", fields)

test_a_name_like_the_pattern if {
	_job({"prod"}, {"values": {"name": "prod-etl"}}) == given.passes(_address)
}

test_another_name if {
	_job({"prod"}, {"values": {"name": "dev-etl"}}) == given.denied(
		_address, "name",
		`databricks_job.x is named "dev-etl"; wanted is a name like ^prod-[a-z]+$`,
	)
}

test_names_under_other_attributes if {
	every attribute in ["display_name", "cluster_name", "instance_pool_name", "path", "key"] {
		answers := _with({"some_type": "^a"}, set(), "some_type", {"values": {attribute: "b"}})
		{result.path | some result in answers.deny} == {attribute}
	}
	answers := _with({"some_type": "^a"}, set(), "some_type", {"values": {"path": "b", "name": "c"}})
	{result.path | some result in answers.deny} == {"name"}
}

test_no_target if {
	_job(set(), {"values": {"name": "prod-etl"}}) == given.undecided(
		_address, "name",
		"The target is not known, and databricks_job.x is to be named like ^{target}-[a-z]+$; say it with --target",
	)
	_with({"databricks_job": "^prod"}, set(), "databricks_job", {"values": {"name": "prod-etl"}}) == given.passes(_address)
	document := json.patch(given.plan({"x"}, [given.resource("databricks_job", {"values": {"name": "-etl"}})]), [{"op": "add", "path": "/document/target", "value": ""}])
	answers := _answers(document) with data.tfcheck.parameters as {"DBX-CFG-004": {"patterns": _jobs}}
	answers.deny == set()
	count(answers.undecided) == 1
}

_hidden := given.undecided(_address, "name", "The name of databricks_job.x is not known yet; wanted is a name like ^{target}-[a-z]+$")

test_a_name_that_is_not_known if {
	_job({"prod"}, {"unknown": {"name": true}}) == _hidden
	_job({"prod"}, {"values": {"name": "(sensitive value 3f9a12ab)"}}) == _hidden
}

test_what_is_not_looked_at if {
	_with({}, {"prod"}, "databricks_job", {"values": {"name": "dev-etl"}}) == given.nothing
	_with({"databricks_pipeline": "^a"}, {"prod"}, "databricks_job", {"values": {"name": "dev-etl"}}) == given.nothing
	_job({"prod"}, {"values": {"name": 5}}) == given.nothing
	_job({"prod"}, {"action": "delete"}) == given.nothing
}
