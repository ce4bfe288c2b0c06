package policies.rules.identity.workspace_admins_test

import data.policies.lib.testing_test as given
import data.policies.rules.identity.workspace_admins as policy

_answers(fields) := answers if {
	document := given.plan(set(), [given.resource("databricks_restrict_workspace_admins_setting", fields)])
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_address := "databricks_restrict_workspace_admins_setting.x"

_setting(status) := {"values": {"restrict_workspace_admins": [{"status": status}]}}

test_everything_allowed if {
	_answers(_setting("ALLOW_ALL")) == given.denied(
		_address, "restrict_workspace_admins[0].status",
		`The status of databricks_restrict_workspace_admins_setting.x is "ALLOW_ALL"; wanted is RESTRICT_TOKENS_AND_JOB_RUN_AS`,
	)
}

test_restricted if {
	_answers(_setting("RESTRICT_TOKENS_AND_JOB_RUN_AS")) == given.passes(_address)
	_answers(object.union(_setting("RESTRICT_TOKENS_AND_JOB_RUN_AS"), {"action": "replace"})) == given.passes(_address)
}

test_not_known_yet if {
	unknown := {"values": {"restrict_workspace_admins": [{}]}, "unknown": {"restrict_workspace_admins": [{"status": true}]}}
	_answers(unknown) == given.undecided(
		_address, "restrict_workspace_admins[0].status",
		"The status of databricks_restrict_workspace_admins_setting.x is not known yet; wanted is RESTRICT_TOKENS_AND_JOB_RUN_AS",
	)
}

test_a_setting_that_goes_away if {
	_answers({"action": "delete", "before": {"restrict_workspace_admins": [{"status": "RESTRICT_TOKENS_AND_JOB_RUN_AS"}]}}) == given.undecided(
		_address, "",
		"The plan deletes databricks_restrict_workspace_admins_setting.x, and the workspace falls back to its default; wanted is RESTRICT_TOKENS_AND_JOB_RUN_AS",
	)
}

test_no_setting if {
policy.deny | policy.undecided | policy.checked == set() with input as {"document": {"kind": "plan"}, "resources": {}}}
