package policies.rules.identity.admin_runs_jobs_test

import data.policies.lib.testing_test as given
import data.policies.rules.identity.admin_runs_jobs as policy

_answers(resources) := answers if {
	document := given.plan(set(), resources)
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_job(fields) := given.resource("databricks_job", fields)

_runs_as(name) := _job({"values": {"name": "etl", "run_as": [{"service_principal_name": name, "user_name": ""}]}})

_assigned(values) := given.resource("databricks_permission_assignment", {"values": object.union({"permissions": ["ADMIN"]}, values)})

_ci := _assigned({"service_principal_name": "7c1f0a4e"})

_address := "databricks_job.x"

_denied(name, place) := given.denied(
	_address, "run_as[0].service_principal_name",
	sprintf(`Job "etl" runs as %s, whom %s makes an administrator of the workspace; wanted is a service principal with few rights`, [name, place]),
)

test_an_administrator if {
	_answers([_ci, _runs_as("7C1f0a4e")]) == _denied("7C1f0a4e", "databricks_permission_assignment.x")
	ops := object.union(_assigned({"service_principal_name": "0a"}), {"address": "databricks_permission_assignment.a"})
	_answers([ops, _ci, _runs_as("7c1f0a4e")]) == _denied("7c1f0a4e", "databricks_permission_assignment.x")
}

test_others if {
	_answers([_ci, _runs_as("9b2d4c10")]) == given.passes(_address)
	_answers([_ci, _job({"values": {"run_as": [{"user_name": "7c1f0a4e", "service_principal_name": ""}]}})]) == given.passes(_address)
	_answers([_ci, _job({})]) == given.passes(_address)
	_answers([_ci, _job({"unknown": {"run_as": true}})]) == given.passes(_address)
}

test_no_administrator if {
	_answers([_assigned({"group_name": "7c1f0a4e"}), _runs_as("7c1f0a4e")]) == given.nothing
	_answers([_assigned({"service_principal_name": "7c1f0a4e", "permissions": ["USER"]}), _runs_as("7c1f0a4e")]) == given.nothing
	_answers([_runs_as("7c1f0a4e")]) == given.nothing
}

_member(group) := [
	given.resource("databricks_group", {"mode": "data", "values": {"id": "1", "display_name": group}}),
	given.resource("databricks_service_principal", {"values": {"id": "2", "application_id": "7c1f0a4e"}}),
	given.resource("databricks_group_member", {"values": {"group_id": "1", "member_id": "2"}}),
]

test_a_member_of_admins if {
	_answers(array.concat(_member("Admins"), [_runs_as("7c1f0a4e")])) == _denied("7c1f0a4e", "databricks_group_member.x")
	_answers(array.concat(_member("etl"), [_runs_as("7c1f0a4e")])) == given.nothing
}

test_made_administrator_twice if {
	_answers(array.concat(_member("admins"), [_ci, _runs_as("7c1f0a4e")])) == _denied("7c1f0a4e", "databricks_group_member.x")
}

_new(run_as_links) := _answers([
	given.resource("databricks_service_principal", {"unknown": {"id": true, "application_id": true}}),
	given.resource("databricks_permission_assignment", {
		"values": {"permissions": ["ADMIN"]},
		"unknown": {"principal_id": true},
		"links": {"principal_id": ["databricks_service_principal.x"]},
	}),
	_job({
		"values": {"name": "etl", "run_as": [{}]},
		"unknown": {"run_as": [{"service_principal_name": true}]},
		"links": {"run_as[0].service_principal_name": run_as_links},
	}),
])

test_an_administrator_of_the_same_plan if {
	_new(["databricks_service_principal.x"]) == _denied("databricks_service_principal.x", "databricks_permission_assignment.x")
	_new(["databricks_service_principal.y"]) == given.passes(_address)
}

test_a_member_of_admins_of_the_same_plan if {
	answers := _answers([
		given.resource("databricks_group", {"mode": "data", "values": {"id": "1", "display_name": "admins"}}),
		given.resource("databricks_service_principal", {"unknown": {"id": true, "application_id": true}}),
		given.resource("databricks_group_member", {
			"values": {"group_id": "1"},
			"unknown": {"member_id": true},
			"links": {"member_id": ["databricks_service_principal.x"]},
		}),
		_job({
			"values": {"name": "etl", "run_as": [{}]},
			"unknown": {"run_as": [{"service_principal_name": true}]},
			"links": {"run_as[0].service_principal_name": ["databricks_service_principal.x"]},
		}),
	])
	answers == _denied("databricks_service_principal.x", "databricks_group_member.x")
}

test_not_known_yet if {
	every unwritten in [{}, {"service_principal_name": ""}] {
		_answers([_ci, _job({"values": {"run_as": [unwritten]}, "unknown": {"run_as": [{"service_principal_name": true}]}})]) == given.undecided(
			_address, "run_as[0].service_principal_name",
			"Whom databricks_job.x runs as is not known yet; 7c1f0a4e administer the workspace",
		)
	}
	_new(["terraform_data.later"]) == given.undecided(
		_address, "run_as[0].service_principal_name",
		`Whom job "etl" runs as is not known yet; databricks_service_principal.x administer the workspace`,
	)
	unknown := _job({"address": "databricks_job.y", "values": {"name": "etl", "run_as": [{}]}, "unknown": {"run_as": [{"service_principal_name": true}]}})
	ops := object.union(_assigned({"service_principal_name": "0a"}), {"address": "databricks_permission_assignment.y"})
	answers := _answers([_ci, ops, unknown, _runs_as("9b2d4c10")])
	answers.undecided == {{
		"address": "databricks_job.y", "path": "run_as[0].service_principal_name",
		"message": `Whom job "etl" runs as is not known yet; 0a, 7c1f0a4e administer the workspace`,
	}}
	_answers([object.union(unknown, {"links": {"run_as[0].service_principal_name": ["terraform_data.later"]}})]) == given.nothing
}

test_jobs_that_go_away if _answers([_ci, _job({"action": "delete"})]) == given.nothing
