package policies.rules.identity.force_test

import data.policies.lib.testing_test as given
import data.policies.rules.identity.force as policy

_answers(type, fields) := answers if {
	document := given.plan(set(), [given.resource(type, fields)])
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

test_force if {
	every type in ["databricks_user", "databricks_service_principal", "databricks_group"] {
		address := sprintf("%s.x", [type])
		_answers(type, {"values": {"force": true}}) == given.denied(
			address, "force",
			sprintf("force of %s takes over an identity that is there already; wanted is that it is not set", [address]),
		)
	}
}

test_folders if {
	_answers("databricks_user", {"values": {"force_delete_home_dir": true, "force_delete_repos": true}}).deny == {
		{
			"address": "databricks_user.x", "path": "force_delete_home_dir",
			"message": "force_delete_home_dir of databricks_user.x deletes the home folder with the identity; wanted is that it is not set",
		},
		{
			"address": "databricks_user.x", "path": "force_delete_repos",
			"message": "force_delete_repos of databricks_user.x deletes the Git folders with the identity; wanted is that it is not set",
		},
	}
}

test_no_force if {
	_answers("databricks_user", {"values": {"force": false}}) == given.passes("databricks_user.x")
	_answers("databricks_user", {}) == given.passes("databricks_user.x")
}

test_not_known_yet if {
	_answers("databricks_group", {"unknown": {"force": true}}) == given.undecided(
		"databricks_group.x", "force",
		"Whether force of databricks_group.x takes over an identity that is there already is not known yet; wanted is that it is not set",
	)
}

test_what_is_no_identity if _answers("databricks_mws_workspaces", {"values": {"force": true}}) == given.nothing

test_identities_that_go_away if _answers("databricks_user", {"action": "delete", "before": {"force": true}}) == given.nothing
