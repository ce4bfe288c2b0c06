package policies.rules.state.incomplete_plan_test

import data.policies.rules.state.incomplete_plan

_plan(document, resource) := {
	"document": object.union({"kind": "plan", "file": "plan.json"}, document),
	"resources": {"databricks_job": {"databricks_job.a": object.union(
		{
			"address": "databricks_job.a", "type": "databricks_job", "name": "a", "mode": "managed", "action": "create",
			"values": {},
		},
		resource,
	)}},
}

test_a_whole_plan_passes if {
	plan := _plan({"errored": false, "complete": true}, {})
	incomplete_plan.deny == set() with input as plan
	incomplete_plan.undecided == set() with input as plan
	incomplete_plan.checked == {"terraform"} with input as plan
}

test_an_errored_plan_fails if {
	plan := _plan({"errored": true, "complete": false}, {})
	incomplete_plan.deny == {{
		"address": "terraform",
		"path": "errored",
		"message": "Planning ended with an error: this plan lists only a part of the changes",
	}} with input as plan
	incomplete_plan.undecided == set() with input as plan
	incomplete_plan.checked == {"terraform"} with input as plan
}

test_a_change_that_is_put_off_fails if {
	plan := _plan({"errored": false, "complete": false}, {"deferred": "resource_config_unknown"})
	incomplete_plan.deny == {{
		"address": "databricks_job.a",
		"path": "",
		"message": "The change of databricks_job.a is put off to a later plan (resource_config_unknown)",
	}} with input as plan
}

test_a_targeted_plan_is_the_subject_of_another_policy if {
	incomplete_plan.deny == set() with input as _plan({"errored": false, "complete": false}, {})
}

test_plans_of_old_terraform_do_not_say if {
	plan := _plan({}, {})
	incomplete_plan.deny == set() with input as plan
	incomplete_plan.undecided == {{
		"address": "terraform",
		"path": "errored",
		"message": "This plan does not say whether planning ended with an error; Terraform says so since 1.5",
	}} with input as plan
	incomplete_plan.checked == {"terraform"} with input as plan
}

test_states_are_not_looked_at if {
	every document in [{"kind": "state"}, {"kind": "state", "errored": true}] {
		state := _plan(document, {"deferred": "resource_config_unknown"})
		incomplete_plan.deny == set() with input as state
		incomplete_plan.undecided == set() with input as state
		incomplete_plan.checked == set() with input as state
	}
}
