package policies.rules.permissions.locks_out_deployer_test

import data.policies.lib.testing_test as given
import data.policies.rules.permissions.locks_out_deployer as policy

_me := given.resource("databricks_current_user", {
	"address": "data.databricks_current_user.me", "mode": "data", "action": "read",
	"values": {"user_name": "ci-7c1f0a4e"},
})

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_with_me(fields) := _answers(given.plan(set(), [_me, given.resource("databricks_permissions", fields)]))

_job(entries) := _with_me({"values": {"job_id": "12", "access_control": entries}})

_address := "databricks_permissions.x"

_ci(level) := {"service_principal_name": "CI-7c1f0a4e", "permission_level": level}

_other(level) := {"service_principal_name": "runner", "permission_level": level}

_lost(text) := given.undecided(
	_address,
	"access_control",
	sprintf("%s, and ci-7c1f0a4e, who deploys, is not named: only a group or an administrator can still change it", [text]),
)

test_a_level_that_does_not_manage if {
	_job([_ci("CAN_VIEW")]) == given.denied(
		_address,
		"access_control[0].permission_level",
		"CI-7c1f0a4e, who deploys, gets CAN_VIEW alone on job 12; the provider refuses that, wanted is a level that manages it",
	)
	_job([{"user_name": "ci-7c1f0a4e", "permission_level": "CAN_MANAGE_RUN"}]).deny != set()
}

test_a_level_that_manages if {
	_job([_ci("CAN_MANAGE")]) == given.passes(_address)
	_job([_ci("IS_OWNER")]) == given.passes(_address)
	_with_me({"values": {"cluster_policy_id": "7", "access_control": [_ci("CAN_USE")]}}) == given.passes(_address)
	_job([_ci("CAN_FLY")]) == given.passes(_address)
}

test_others if {
	_job([_other("CAN_VIEW")]) == given.passes(_address)
	_job([{"group_name": "ci-7c1f0a4e", "permission_level": "CAN_VIEW"}]) == given.passes(_address)
}

test_a_job_of_somebody_else if {
	_job([_other("IS_OWNER")]) == _lost("job 12 belongs to runner")
	_job([_other("IS_OWNER"), _ci("CAN_MANAGE")]) == given.passes(_address)
	_with_me({"values": {"pipeline_id": "7", "access_control": [_other("IS_OWNER")]}}) == _lost("pipeline 7 belongs to runner")
	_with_me({"values": {"sql_endpoint_id": "7", "access_control": [_other("IS_OWNER")]}}) == given.passes(_address)
}

test_somebody_who_is_not_known_yet_may_deploy if {
	_with_me({
		"values": {"job_id": "12", "access_control": [_other("IS_OWNER"), {"permission_level": "CAN_MANAGE"}]},
		"unknown": {"access_control": [false, {"service_principal_name": true}]},
	}) == given.passes(_address)
}

_changed(attribute, action, before, after) := _with_me({
	"action": action,
	"values": {attribute: "7", "access_control": after},
	"before": {attribute: "7", "access_control": before},
})

test_who_deploys_is_dropped if {
	every action in ["update", "replace"] {
		_changed("experiment_id", action, [_ci("CAN_MANAGE")], [_other("CAN_READ")]) == _lost("experiment 7 was managed by CI-7c1f0a4e")
	}
	_changed("experiment_id", "no-op", [_ci("CAN_MANAGE")], [_other("CAN_READ")]) == given.passes(_address)
	_changed("experiment_id", "update", [_other("CAN_MANAGE")], [_other("CAN_READ")]) == given.passes(_address)
	_changed("experiment_id", "update", [_ci("CAN_MANAGE")], [_ci("CAN_MANAGE")]) == given.passes(_address)
	_changed("cluster_id", "update", [_ci("CAN_MANAGE")], [_other("CAN_RESTART")]) == given.passes(_address)
}

test_objects_to_which_the_provider_adds_nobody if {
	every attribute in [
		"dashboard_id", "directory_id", "directory_path", "job_id", "notebook_id", "notebook_path",
		"pipeline_id", "repo_id", "repo_path", "workspace_file_id", "workspace_file_path",
	] {
		count(_changed(attribute, "update", [_ci("CAN_MANAGE")], [_other("CAN_VIEW")]).undecided) == 1
	}
}

test_a_level_that_is_not_known_yet if {
	_with_me({
		"values": {"job_id": "12", "access_control": [{"service_principal_name": "ci-7c1f0a4e"}]},
		"unknown": {"access_control": [{"permission_level": true}]},
	}) == given.undecided(
		_address,
		"access_control[0]",
		"Whether ci-7c1f0a4e, who deploys, can manage job 12 is not known yet; wanted is a level that manages it",
	)
}

test_a_level_of_others_that_is_not_known_yet if {
	_with_me({
		"values": {"job_id": "12", "access_control": [{"service_principal_name": "runner"}]},
		"unknown": {"access_control": [{"permission_level": true}]},
	}) == given.passes(_address)
}

test_several_deploy if {
	document := given.plan(set(), [_me, given.resource("databricks_permissions", {"values": {"job_id": "12", "access_control": [_other("IS_OWNER")]}})])
	{result.message | some result in policy.undecided} == {"job 12 belongs to runner, and ci-7c1f0a4e, ops@example.com, who deploys, is not named: only a group or an administrator can still change it"} with input as document
		with data.tfcheck.parameters as {"DBX-PRM-015": {"deployers": ["ops@example.com"]}}
}

test_nobody_says_who_deploys if {
	permissions := given.resource("databricks_permissions", {"values": {"job_id": "12", "access_control": [_other("IS_OWNER")]}})
	_answers(given.plan(set(), [permissions])) == given.nothing
	nameless := object.union(_me, {"values": {"user_name": ""}})
	_answers(given.plan(set(), [nameless, permissions])) == given.nothing
}

test_a_parameter_says_who_deploys if {
	document := given.plan(set(), [given.resource("databricks_permissions", {"values": {"job_id": "12", "access_control": [_ci("CAN_VIEW")]}})])
	count(policy.deny) == 1 with input as document
		with data.tfcheck.parameters as {"DBX-PRM-015": {"deployers": ["ci-7c1f0a4e"]}}
}

test_permissions_that_go_away if _with_me({"action": "delete", "before": {"job_id": "12"}}) == given.nothing
