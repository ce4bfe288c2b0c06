package policies.rules.unity_catalog.two_grants_test

import data.policies.lib.testing_test as given
import data.policies.rules.unity_catalog.two_grants as policy

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

_a := _grant("databricks_grants", "a", {"values": {"schema": "prod.S"}})

_b := _grant("databricks_grants", "b", _linked)

test_one_named_and_one_linked if {
	_all([_a, _b]) == {
		"deny": {
			{"address": "databricks_grants.a", "path": "", "message": "The grants on schema prod.S are also set by databricks_grants.b, and each removes what the other grants; wanted is one databricks_grants"},
			{"address": "databricks_grants.b", "path": "", "message": "The grants on schema prod.s are also set by databricks_grants.a, and each removes what the other grants; wanted is one databricks_grants"},
		},
		"undecided": set(), "checked": {"databricks_grants.a", "databricks_grants.b"},
	}
}

test_three_on_one if {
	third := _grant("databricks_grants", "c", {"values": {"schema": "prod.s"}})
	{result.message | some result in _all([_a, _b, third]).deny; result.address == "databricks_grants.a"} == {"The grants on schema prod.S are also set by databricks_grants.b, databricks_grants.c, and each removes what the other grants; wanted is one databricks_grants"}
}

test_a_model_that_is_a_function if {
	model := _grant("databricks_grants", "a", {"values": {"model": "prod.s.m"}})
	function := _grant("databricks_grants", "b", {"values": {"function": "prod.s.m"}})
	count(_all([model, function]).deny) == 2
}

test_different_securables if {
	other := _grant("databricks_grants", "c", {"values": {"schema": "prod.t"}})
	table := _grant("databricks_grants", "d", {"unknown": {"table": true}, "links": {"table": ["databricks_schema.x"]}})
	nameless := _grant("databricks_grants", "e", {"unknown": {"schema": true}})
	answers := _all([_a, other, table, nameless])
	answers.deny | answers.undecided == set()
	count(answers.checked) == 4
}

test_a_single_grant_beside if {
	single := _grant("databricks_grant", "c", _linked)
	_all([_a, single]) == given.passes("databricks_grants.a")
}

test_one_that_goes_away if {
	going := _grant("databricks_grants", "c", {"action": "delete", "before": {"schema": "prod.s"}})
	_all([_a, going]) == given.passes("databricks_grants.a")
}

test_several_providers if {
	answers := _two([_a, _b])
	answers.deny == set()
	{result | some result in answers.undecided; result.address == "databricks_grants.b"} == {{
		"address": "databricks_grants.b", "path": "",
		"message": "The grants on schema prod.s are also set by databricks_grants.a, unless their providers are of two metastores; wanted is one databricks_grants",
	}}
	count(answers.undecided) == 2
}

test_several_providers_and_one_resource if {
	other := _grant("databricks_grants", "c", _linked)
	count(_two([_b, other]).deny) == 2
}

test_no_grants if {
	_answers(given.plan(set(), [_schema])) == given.nothing
}
