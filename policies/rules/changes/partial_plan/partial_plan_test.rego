package policies.rules.changes.partial_plan_test

import data.policies.rules.changes.partial_plan

_document(kind, document, resource) := {
	"document": object.union({"kind": kind, "file": "plan.json"}, document),
	"resources": {"databricks_job": {"databricks_job.a": object.union(
		{
			"address": "databricks_job.a", "type": "databricks_job", "name": "a", "mode": "managed", "action": "create",
			"values": {},
		},
		resource,
	)}},
}

_answers(document) := {"deny": deny, "undecided": undecided, "checked": checked} if {
	deny := partial_plan.deny with input as document
	undecided := partial_plan.undecided with input as document
	checked := partial_plan.checked with input as document
}

_plan(document) := _answers(_document("plan", document, {}))

_passed := {"deny": set(), "undecided": set(), "checked": {"terraform"}}

_whole := {"applyable": true, "complete": true, "errored": false}

test_a_whole_plan_passes if {
	_plan(_whole) == _passed
	_plan(object.union(_whole, {"refresh_only": false})) == _passed
}

test_a_refresh_only_plan_fails if {
	_plan(object.union(_whole, {"refresh_only": true})) == {
		"deny": {{
			"address": "terraform",
			"path": "refresh_only",
			"message": "This plan is refresh-only: it takes changes made outside Terraform into the state; plan the whole configuration",
		}},
		"undecided": set(),
		"checked": {"terraform"},
	}
}

test_a_targeted_plan_fails if {
	_plan(object.union(_whole, {"complete": false})) == {
		"deny": {{
			"address": "terraform",
			"path": "complete",
			"message": "This plan covers only what -target names; plan the whole configuration",
		}},
		"undecided": set(),
		"checked": {"terraform"},
	}
}

test_plans_with_nothing_to_apply_pass if {
	every document in [{"complete": false}, {"refresh_only": true}] {
		_plan(object.union(_whole, object.union(document, {"applyable": false}))) == _passed
	}
	_plan({"applyable": false, "errored": false}) == _passed
}

test_errored_plans_are_the_subject_of_another_policy if {
	_plan({"applyable": true, "complete": false, "errored": true}) == _passed
	_plan({"errored": true}) == _passed
}

test_plans_that_put_changes_off_are_the_subject_of_another_policy if {
	document := object.union(_whole, {"complete": false})
	_answers(_document("plan", document, {"deferred": "resource_config_unknown"})) == _passed
}

test_plans_of_old_terraform_do_not_say if {
	expected := {
		"deny": set(),
		"undecided": {{
			"address": "terraform",
			"path": "complete",
			"message": "This plan does not say whether it covers the whole configuration; Terraform says so since 1.8, OpenTofu does not",
		}},
		"checked": {"terraform"},
	}
	_plan({}) == expected
	_plan({"errored": false}) == expected
}

test_refresh_only_plans_of_old_terraform_do_not_say if {
	_plan({"errored": false, "refresh_only": true}) == {
		"deny": set(),
		"undecided": {{
			"address": "terraform",
			"path": "refresh_only",
			"message": "This plan is refresh-only and does not say whether there is anything to apply; Terraform says so since 1.8, OpenTofu does not",
		}},
		"checked": {"terraform"},
	}
}

test_states_are_not_looked_at if {
	every document in [{}, {"applyable": true, "complete": false}, {"applyable": true, "refresh_only": true}, {"refresh_only": true}] {
		_answers(_document("state", document, {})) == {"deny": set(), "undecided": set(), "checked": set()}
	}
}
