package policies.rules.pipelines.runs_as_a_person_test

import data.policies.lib.testing_test as given
import data.policies.rules.pipelines.runs_as_a_person as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_for(targets, values, unknown) := _answers(given.plan(targets, [given.resource("databricks_pipeline", {
	"values": object.union({"name": "bronze"}, values),
	"unknown": unknown,
})]))

_address := "databricks_pipeline.x"

_person := "bob@example.com"

_message := `Pipeline "bronze" runs as the person "bob@example.com"; in production it runs as a service principal`

test_a_person if {
	_for({"prod"}, {"run_as": [{"user_name": _person}]}, {}) == given.denied(_address, "run_as[0].user_name", _message)
	_for({"prod"}, {"run_as_user_name": _person}, {}) == given.denied(_address, "run_as_user_name", _message)
}

test_a_service_principal if {
	_for({"prod"}, {"run_as": [{"service_principal_name": "7c1f0a4e", "user_name": ""}], "run_as_user_name": _person}, {"id": true}) == given.passes(_address)
	_for({"prod"}, {"run_as_user_name": "7c1f0a4e"}, {}) == given.passes(_address)
}

test_other_targets if {
	_for({"dev"}, {"run_as_user_name": _person}, {}) == given.nothing
	_for(set(), {"run_as_user_name": _person}, {}) == given.undecided(_address, "run_as_user_name", given.in_doubt(_message))
}

_undecided(path) := given.undecided(
	_address,
	path,
	`Pipeline "bronze": whom it runs as is not known yet; in production it runs as a service principal`,
)

test_not_known_yet if {
	_for({"prod"}, {}, {"run_as_user_name": true}) == _undecided("run_as")
	_for({"prod"}, {"run_as_user_name": ""}, {}) == _undecided("run_as")
	_for({"prod"}, {"run_as": [{}]}, {"run_as": [{"user_name": true}], "run_as_user_name": true}) == _undecided("run_as[0].user_name")
	_for({"prod"}, {}, {"run_as": true}) == _undecided("run_as")
	_for({"prod"}, {"run_as": [{"service_principal_name": "7c1f0a4e"}]}, {"run_as_user_name": true}) == given.passes(_address)
}

test_a_pipeline_that_goes_away if {
	_answers(given.plan({"prod"}, [given.resource("databricks_pipeline", {"action": "delete"})])) == given.nothing
}
