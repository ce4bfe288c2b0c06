package policies.rules.unity_catalog.principal_twice_test

import data.policies.lib.testing_test as given
import data.policies.rules.unity_catalog.principal_twice as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_grant(type, name, fields) := object.union(given.resource(type, fields), {"address": sprintf("%s.%s", [type, name])})

_schema := given.resource("databricks_schema", {"values": {"catalog_name": "prod", "name": "s"}, "unknown": {"id": true}})

_link := {"schema": ["databricks_schema.x"]}

_linked := {"unknown": {"schema": true}, "links": _link}

_all(resources) := _answers(given.plan(set(), array.concat([_schema], resources)))

_two(resources) := _answers(object.union(
	given.plan(set(), array.concat([_schema], resources)),
	{"providers": {"databricks": {"name": "databricks"}, "databricks.dev": {"name": "databricks"}}},
))

_grants(values, unknown) := _answers(given.plan(set(), [given.resource("databricks_grants", {"values": values, "unknown": unknown})]))

_blocks(blocks, unknown) := _grants({"schema": "prod.s", "grant": blocks}, {"grant": unknown})

_to(principal, privileges) := _blocks([{"principal": principal, "privileges": privileges}], [])

_address := "databricks_grants.x"

_passes := given.passes(_address)

_block(principal) := {"principal": principal, "privileges": ["SELECT"]}

_twice(path, who) := given.denied(_address, path, sprintf("%s has two grants in this resource, on schema prod.s; wanted is one list of privileges", [who]))

test_two_blocks if {
	_blocks([_block("analysts"), _block("loaders"), _block(" Analysts")], []) == _twice("grant[2].principal", `" Analysts"`)
}

test_three_blocks if {
	{result.path | some result in _blocks([_block("a"), _block("a"), _block("a")], []).deny} == {"grant[1].principal", "grant[2].principal"}
}

test_one_block_each if {
	_blocks([_block("analysts"), _block("loaders")], []) == _passes
}

_principal(name) := _grant("databricks_service_principal", name, {})

_unknown(targets) := _answers(given.plan(set(), [_principal("a"), _principal("b"), given.resource("databricks_grants", {
	"values": {"schema": "prod.s", "grant": [{"privileges": ["SELECT"]} | some _ in targets]},
	"unknown": {"grant": [{"principal": true} | some _ in targets]},
	"links": {sprintf("grant[%d].principal", [i]): target | some i, target in targets},
})]))

test_principals_of_one_resource if {
	one := ["databricks_service_principal.a"]
	_unknown([one, one]) == _twice("grant[1].principal", "A principal that is not known yet")
	_unknown([one, ["databricks_service_principal.b"]]) == _passes
}

test_a_known_principal_that_refers_to_a_resource if {
	fields := {
		"values": {"schema": "prod.s", "grant": [_block("analysts"), _block("loaders")]},
		"links": {"grant[0].principal": ["databricks_service_principal.a"], "grant[1].principal": ["databricks_service_principal.a"]},
	}
	_answers(given.plan(set(), [_principal("a"), given.resource("databricks_grants", fields)])) == _passes
}

_in_doubt(path) := given.undecided(_address, path, "Whether this principal has another grant on schema prod.s is not known yet; wanted is one list of privileges")

test_not_known_yet if {
	_blocks([_block("analysts"), {"privileges": ["SELECT"]}], [false, {"principal": true}]) == _in_doubt("grant[1].principal")
	_blocks([{"privileges": ["SELECT"]}], [{"principal": true}]) == _passes
	every targets in [["terraform_data.x"], ["databricks_service_principal.a", "databricks_service_principal.b"]] {
		{result.path | some result in _unknown([targets, targets]).undecided} == {"grant[0].principal", "grant[1].principal"}
	}
	_unknown([["databricks_service_principal.a"], ["terraform_data.x"]]) == _in_doubt("grant[1].principal")
	_grants({"schema": "prod.s"}, {"grant": true}) == given.undecided(
		_address, "grant",
		"Whether a principal has two grants on schema prod.s is not known yet; wanted is one list of privileges",
	)
}

_single(name, principal) := _grant("databricks_grant", name, object.union(_linked, {"values": _block(principal)}))

test_two_single_grants if {
	_all([_single("a", "analysts"), _single("b", "Analysts"), _single("c", "loaders")]) == {
		"deny": {
			{"address": "databricks_grant.a", "path": "principal", "message": `"analysts" has another grant on schema prod.s, by databricks_grant.b; wanted is one list of privileges`},
			{"address": "databricks_grant.b", "path": "principal", "message": `"Analysts" has another grant on schema prod.s, by databricks_grant.a; wanted is one list of privileges`},
		},
		"undecided": set(), "checked": {"databricks_grant.a", "databricks_grant.b", "databricks_grant.c"},
	}
}

test_three_single_grants if {
	{result.message | some result in _all([_single("a", "b"), _single("b", "b"), _single("c", "b")]).deny; result.address == "databricks_grant.a"} == {`"b" has another grant on schema prod.s, by databricks_grant.b, databricks_grant.c; wanted is one list of privileges`}
}

test_single_grants_on_different_securables if {
	other := _grant("databricks_grant", "b", {"values": object.union(_block("analysts"), {"schema": "prod.t"})})
	_all([_single("a", "analysts"), other]).deny == set()
	_all([_single("a", "analysts"), other, _single("c", "loaders")]).deny == set()
}

test_another_kind_beside_is_another_matter if {
	grants := _grant("databricks_grants", "b", {"values": {"schema": "prod.s", "grant": [_block("analysts")]}})
	_all([_single("a", "analysts"), grants]).deny == set()
}

test_several_providers if {
	other := _grant("databricks_grant", "b", {"values": object.union(_block("analysts"), {"schema": "prod.s"})})
	answers := _two([_single("a", "analysts"), other])
	answers.deny == set()
	{result.message | some result in answers.undecided; result.address == "databricks_grant.b"} == {`"analysts" has another grant on schema prod.s, by databricks_grant.a, unless their providers are of two metastores; wanted is one list of privileges`}
	count(answers.undecided) == 2
	{result.path | some result in answers.undecided} == {"principal"}
}

test_grants_that_go_away if {
	_answers(given.plan(set(), [given.resource("databricks_grants", {"action": "delete"})])) == given.nothing
}

test_other_resources if {
	_answers(given.plan(set(), [given.resource("databricks_job", {})])) == given.nothing
}

test_a_group_or_user_of_one_resource if {
	every type in ["databricks_group", "databricks_user"] {
		target := sprintf("%s.a", [type])
		answers := _answers(given.plan(set(), [_grant(type, "a", {}), given.resource("databricks_grants", {
			"values": {"schema": "prod.s", "grant": [{"privileges": ["SELECT"]}, {"privileges": ["MODIFY"]}]},
			"unknown": {"grant": [{"principal": true}, {"principal": true}]},
			"links": {"grant[0].principal": [target], "grant[1].principal": [target]},
		})]))
		answers == _twice("grant[1].principal", "A principal that is not known yet")
	}
}
