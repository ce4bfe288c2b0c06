package policies.rules.unity_catalog.without_binding_test

import data.policies.lib.testing_test as given
import data.policies.rules.unity_catalog.without_binding as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_of(facts, catalog, bindings) := _answers(object.union(
	given.plan(set(), array.concat([given.resource("databricks_catalog", catalog)], bindings)),
	{"document": facts},
))

_isolated := {"values": {"name": "prod", "isolation_mode": "ISOLATED"}}

_binding(fields) := given.resource("databricks_workspace_binding", fields)

_address := "databricks_catalog.x"

_denied := given.denied(
	_address, "isolation_mode",
	"databricks_catalog.x is isolated and no databricks_workspace_binding says for which workspaces; wanted is one for each",
)

_in_doubt := given.undecided(
	_address, "isolation_mode",
	"databricks_catalog.x is isolated and no databricks_workspace_binding here says for which workspaces; it may be outside of this plan, or not known yet what it binds",
)

test_no_binding if {
	_of({}, _isolated, []) == _denied
	_of({}, _isolated, [_binding({"values": {"securable_name": "dev"}})]) == _denied
	_of({"complete": true}, _isolated, []) == _denied
}

test_a_binding if {
	_of({}, _isolated, [_binding({"values": {"securable_name": "prod"}})]) == given.passes(_address)
}

test_an_open_catalog if {
	_of({}, {"values": {"name": "prod", "isolation_mode": "OPEN"}}, []) == given.passes(_address)
	_of({}, {"values": {"name": "prod"}, "unknown": {"isolation_mode": true}}, []) == given.passes(_address)
}

test_other_types if {
	every type in ["databricks_external_location", "databricks_storage_credential", "databricks_credential"] {
		answers := _answers(given.plan(set(), [given.resource(type, {"values": {"name": "a", "isolation_mode": "ISOLATION_MODE_ISOLATED"}})]))
		{result.address | some result in answers.deny} == {sprintf("%s.x", [type])}
	}
}

test_what_is_never_bound if {
	every fields in [_isolated, {"unknown": {"isolation_mode": true}, "links": {"isolation_mode": ["terraform_data.x"]}}] {
		_answers(given.plan(set(), [given.resource("databricks_schema", fields)])) == given.nothing
	}
}

test_what_may_be_bound_elsewhere if {
	_of({"complete": false}, _isolated, []) == _in_doubt
	_of({}, _isolated, [_binding({"unknown": {"securable_name": true}})]) == _in_doubt
	_of({}, _isolated, [_binding({"values": {"securable_type": "credential"}, "unknown": {"securable_name": true}})]) == _denied
}

test_a_mode_that_is_not_known_yet if {
	_of({}, {"unknown": {"isolation_mode": true}, "links": {"isolation_mode": ["terraform_data.x"]}}, []) == given.undecided(
		_address, "isolation_mode",
		"Whether databricks_catalog.x is isolated, and needs bindings, is not known yet",
	)
}

test_a_catalog_that_goes_away if {
	_of({}, {"action": "delete"}, []) == given.nothing
}
