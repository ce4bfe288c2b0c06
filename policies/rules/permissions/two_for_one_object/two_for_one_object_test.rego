package policies.rules.permissions.two_for_one_object_test

import data.policies.lib.testing_test as given
import data.policies.rules.permissions.two_for_one_object as policy

_answers(resources) := answers if {
	document := given.plan(set(), resources)
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_permissions(name, fields) := given.resource("databricks_permissions", object.union({"address": concat(".", ["databricks_permissions", name]), "name": name}, fields))

_job(name, fields) := given.resource("databricks_job", object.union({"address": concat(".", ["databricks_job", name]), "name": name}, fields))

_unknown(target) := {"unknown": {"job_id": true}, "links": {"job_id": [target]}}

_passes := {"deny": set(), "undecided": set(), "checked": {"databricks_permissions.a", "databricks_permissions.b"}}

_each(label, ending) := {
	{
		"address": "databricks_permissions.a", "path": "",
		"message": sprintf("%s has permissions here and in databricks_permissions.b, %s", [label, ending]),
	},
	{
		"address": "databricks_permissions.b", "path": "",
		"message": sprintf("%s has permissions here and in databricks_permissions.a, %s", [label, ending]),
	},
}

_denied(label) := object.union(_passes, {"deny": _each(label, "and each replaces the other; wanted is one databricks_permissions")})

_undecided(label) := object.union(_passes, {"undecided": _each(label, "which replace each other where both are of one workspace")})

_two(a, b) := _answers([_permissions("a", a), _permissions("b", b)])

test_the_same_id if {
	_two({"values": {"job_id": "12"}}, {"values": {"job_id": "12", "experiment_id": ""}}) == _denied("job 12")
}

test_other_objects if {
	_two({"values": {"job_id": "12"}}, {"values": {"job_id": "13"}}) == _passes
	_two({"values": {"job_id": "12"}}, {"values": {"experiment_id": "12"}}) == _passes
	_two({"values": {"job_id": ""}}, {"values": {"job_id": ""}}) == _passes
	_two({}, {}) == _passes
}

test_a_reference_to_the_same_resource if {
	permissions := [_permissions("a", _unknown("databricks_job.j")), _permissions("b", _unknown("databricks_job.j"))]
	job := _job("j", {"unknown": {"id": true}})
	_answers(array.concat(permissions, [job])) == _denied("databricks_job.j")
}

test_a_reference_and_the_id if {
	permissions := [_permissions("a", _unknown("databricks_job.j")), _permissions("b", {"values": {"job_id": "12"}})]
	job := _job("j", {"values": {"id": "12"}, "action": "no-op"})
	answers := _answers(array.concat(permissions, [job]))
	{result.address | some result in answers.deny} == {"databricks_permissions.a", "databricks_permissions.b"}
}

test_references_to_others if {
	jobs := [_job("j", {"unknown": {"id": true}}), _job("k", {"unknown": {"id": true}})]
	_answers(array.concat(jobs, [_permissions("a", _unknown("databricks_job.j")), _permissions("b", _unknown("databricks_job.k"))])) == _passes
	several := {"unknown": {"job_id": true}, "links": {"job_id": ["databricks_job.j", "databricks_job.k"]}}
	_answers(array.concat(jobs, [_permissions("a", several), _permissions("b", several)])) == _passes
	known := object.union(_unknown("databricks_job.j"), {"unknown": {}, "values": {"job_id": "12"}})
	_answers(array.concat(jobs, [_permissions("a", known), _permissions("b", _unknown("databricks_job.j"))])) == _passes
	of_no_object := {"unknown": {"job_id": true}, "links": {"job_id": ["terraform_data.t"]}}
	_two(of_no_object, of_no_object) == _passes
}

test_names_are_of_a_workspace if {
	every values in [{"authorization": "tokens"}, {"directory_path": "/a"}, {"app_name": "chat"}, {"directory_id": "0"}, {"registered_model_id": "root"}] {
		answers := _two({"values": values}, {"values": values})
		answers.deny == set()
		count(answers.undecided) == 2
	}
	_two({"values": {"directory_path": "/a"}}, {"values": {"directory_path": "/a"}}) == _undecided("directory /a")
}

test_three_on_one_object if {
	every values in [{"job_id": "12"}, {"directory_path": "/a"}] {
		answers := _answers([_permissions(name, {"values": values}) | some name in ["a", "b", "c"]])
		messages := {result.message | some result in (answers.deny | answers.undecided)}
		{message | some message in messages; contains(message, "in databricks_permissions.b, databricks_permissions.c, ")} != set()
	}
}

test_one_name if _answers([_permissions("a", {"values": {"directory_path": "/a"}})]) == given.passes("databricks_permissions.a")

test_a_reference_to_what_is_no_such_object if {
	pipeline := given.resource("databricks_pipeline", {"unknown": {"id": true}})
	permissions := [_permissions(name, _unknown("databricks_pipeline.x")) | some name in ["a", "b"]]
	_answers(array.concat(permissions, [pipeline])) == _passes
}

test_a_reference_to_another_resource_beside_such_an_object if {
	permissions := [_permissions("a", _unknown("terraform_data.x")), _permissions("b", _unknown("terraform_data.x"))]
	_answers(array.concat(permissions, [_job("j", {})])) == _passes
}

test_permissions_that_go_away if {
	_answers([
		_permissions("a", {"values": {"job_id": "12"}}),
		_permissions("b", {"action": "delete", "before": {"job_id": "12"}}),
	]) == given.passes("databricks_permissions.a")
}
