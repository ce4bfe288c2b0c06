package policies.rules.experiments.other_environment_test

import data.policies.lib.testing_test as given
import data.policies.rules.experiments.other_environment as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_for(targets, fields) := _answers(given.plan(targets, [given.resource("databricks_mlflow_experiment", fields)]))

_named(targets, name) := _for(targets, {"values": {"name": name}})

_address := "databricks_mlflow_experiment.x"

test_of_the_target if {
	every name in ["/Shared/prod-chat", "/Shared/Production/chat", "/Shared/chat", "/Shared/ab-test", "/Shared/productivity", "/Shared/prod-from-dev"] {
		_named({"PROD"}, name) == given.passes(_address)
	}
	_named({"my-dev"}, "/Shared/dev_chat") == given.passes(_address)
}

test_of_another_environment if {
	_named({"prod"}, "/Shared/dev-chat") == given.denied(
		_address, "name",
		`Experiment "/Shared/dev-chat" is named after development, and this is target "prod"`,
	)
	_named({"dev"}, "/Shared/QA/PRD") == given.denied(
		_address, "name",
		`Experiment "/Shared/QA/PRD" is named after production, staging, and this is target "dev"`,
	)
}

test_home_folders if {
	every name in ["/Users/dev@example.com/chat", "/Workspace/Users/dev/chat"] {
		_named({"prod"}, name) == given.passes(_address)
	}
	_named({"prod"}, "/Users/someone@example.com/dev").deny != set()
}

_open := given.undecided(
	_address, "name",
	`Experiment "/Shared/dev-chat" is named after development, and which environment this is for is not known`,
)

test_targets_that_are_not_known if {
	_named(set(), "/Shared/dev-chat") == _open
	_named({"alice"}, "/Shared/dev-chat") == _open
	some result in _named(set(), "/Shared/dev/prod").undecided
	contains(result.message, "development, production, and")
	_named(set(), "/Shared/chat") == given.passes(_address)
}

test_names_that_are_not_known if {
	hidden := given.undecided(_address, "name", "The name of this experiment is not known yet; it should say no other environment")
	_for({"prod"}, {"unknown": {"name": true}}) == hidden
	_named({"prod"}, "(sensitive value 3f9a12ab)") == hidden
	_named({"prod"}, 5) == given.passes(_address)
}

test_other_words if {
	answers := _named({"live"}, "/Shared/LAB/chat") with data.tfcheck.parameters as {"DBX-EXP-005": {"environments": {"live": ["Live"], "lab": ["lab"]}}}
	count(answers.deny) == 1
}

test_an_experiment_that_goes_away if {
	_for({"prod"}, {"action": "delete"}) == given.nothing
}
