package policies.rules.pipelines.secret_in_configuration_test

import data.policies.lib.testing_test as given
import data.policies.rules.pipelines.secret_in_configuration as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_for(targets, values, unknown) := _answers(given.plan(targets, [given.resource("databricks_pipeline", {
	"values": object.union({"name": "bronze"}, values),
	"unknown": unknown,
})]))

_address := "databricks_pipeline.x"

_holding(type, path, why) := _answers(given.plan(set(), [given.resource(type, {"secrets": {path: why}})]))

_named := {"kind": "named", "marked": false}

_marked := {"kind": "marked", "marked": true}

_found(text) := sprintf(
	"configuration.a of databricks_pipeline.x %s; write {{secrets/<scope>/<key>}}, which keeps it out of plan, state and web page",
	[text],
)

test_a_secret_in_clear if {
	_holding("databricks_pipeline", "configuration.a", _named) == given.denied(_address, "configuration.a", _found("holds a secret in clear"))
	_holding("databricks_pipeline", "configuration.a", _marked) == given.undecided(
		_address,
		"configuration.a",
		_found("holds what is sensitive, maybe a secret in clear"),
	)
}

test_secrets_elsewhere if {
	_holding("databricks_pipeline", "tags.a", _named) == given.passes(_address)
	_holding("databricks_job", "configuration.a", _named) == given.nothing
	_holding("databricks_job", "configuration.a", _marked) == given.nothing
}

test_not_known_yet if {
	_for(set(), {}, {"configuration": {"db.password": true, "other": true}}) == given.undecided(
		_address,
		`configuration["db.password"]`,
		`Pipeline "bronze": whether configuration["db.password"] holds a secret in clear is not known yet; write {{secrets/<scope>/<key>}}`,
	)
	_for(set(), {"configuration": {"db.password": "{{secrets/a/b}}"}}, {"id": true}) == given.passes(_address)
}

test_a_pipeline_that_goes_away if {
	_answers(given.plan({"prod"}, [given.resource("databricks_pipeline", {"action": "delete"})])) == given.nothing
}
