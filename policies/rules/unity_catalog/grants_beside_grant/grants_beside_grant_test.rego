package policies.rules.unity_catalog.grants_beside_grant_test

import data.policies.lib.testing_test as given
import data.policies.rules.unity_catalog.grants_beside_grant as policy

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

_a := _grant("databricks_grants", "a", {"values": {"schema": "prod.s"}})

_b := _grant("databricks_grant", "b", _linked)

test_both_kinds if {
	_all([_a, _b]) == {
		"deny": {{
			"address": "databricks_grant.b", "path": "",
			"message": "This grant on schema prod.s is removed by databricks_grants.a, which sets all of them; wanted is one of the two kinds",
		}},
		"undecided": set(), "checked": {"databricks_grants.a", "databricks_grant.b"},
	}
}

test_several_that_set_all if {
	other := _grant("databricks_grants", "c", _linked)
	[result.message | some result in _all([_a, _b, other]).deny] == ["This grant on schema prod.s is removed by databricks_grants.a, databricks_grants.c, which sets all of them; wanted is one of the two kinds"]
}

test_one_kind_alone if {
	other := _grant("databricks_grant", "c", _linked)
	_all([_b, other]) == {"deny": set(), "undecided": set(), "checked": {"databricks_grant.b", "databricks_grant.c"}}
	_all([_a]) == given.passes("databricks_grants.a")
}

test_different_securables if {
	other := _grant("databricks_grant", "c", {"values": {"schema": "prod.t"}})
	answers := _all([_a, other])
	answers.deny | answers.undecided == set()
}

test_several_providers if {
	_two([_a, _b]) == {
		"deny": set(),
		"undecided": {{
			"address": "databricks_grant.b", "path": "",
			"message": "This grant on schema prod.s is removed by databricks_grants.a, unless their providers are of two metastores; wanted is one of the two kinds",
		}},
		"checked": {"databricks_grants.a", "databricks_grant.b"},
	}
	count(_two([_grant("databricks_grants", "a", _linked), _b]).deny) == 1
}

test_one_that_goes_away if {
	going := _grant("databricks_grants", "c", {"action": "delete", "before": {"schema": "prod.s"}})
	_all([going, _b]) == given.passes("databricks_grant.b")
}

test_no_grants if {
	_answers(given.plan(set(), [_schema])) == given.nothing
}
