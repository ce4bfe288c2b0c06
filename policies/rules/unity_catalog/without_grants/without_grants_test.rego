package policies.rules.unity_catalog.without_grants_test

import data.policies.lib.testing_test as given
import data.policies.rules.unity_catalog.without_grants as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_of(facts, resources) := _answers(object.union(given.plan(set(), resources), {"document": facts}))

_catalog := given.resource("databricks_catalog", {"values": {"name": "prod"}, "unknown": {"id": true}})

_schema := given.resource("databricks_schema", {"values": {"catalog_name": "prod", "name": "s"}, "unknown": {"id": true}})

_volume := given.resource("databricks_volume", {"values": {"catalog_name": "prod", "schema_name": "s", "name": "v"}, "unknown": {"id": true}})

_grants(fields) := given.resource("databricks_grants", fields)

_denied(address) := given.denied(address, "", sprintf("Nothing here grants anything on %s, or on what is around it; wanted is a databricks_grants", [address]))

_in_doubt(address, reason) := given.undecided(address, "", sprintf("Nothing here grants anything on %s, or on what is around it, but %s", [address, reason]))

test_no_grants if {
	_of({}, [_catalog]) == _denied("databricks_catalog.x")
	_of({}, [_schema]) == _denied("databricks_schema.x")
	_of({"complete": true}, [_volume]) == _denied("databricks_volume.x")
}

_without(resources, values) := {result.address | some result in _of({}, array.concat(resources, [_grants({"values": values})])).deny}

test_grants_on_it if {
	_without([_schema], {"schema": "PROD.S"}) == set()
	_without([_volume], {"volume": "prod.s.v"}) == set()
	_without([_schema], {"schema": "prod.t"}) == {"databricks_schema.x"}
}

test_grants_on_what_is_around_it if {
	_without([_catalog, _schema, _volume], {"catalog": "prod"}) == set()
	_without([_catalog, _schema, _volume], {"schema": "prod.s"}) == {"databricks_catalog.x"}
	_without([_catalog, _schema, _volume], {"volume": "prod.s.v"}) == {"databricks_catalog.x", "databricks_schema.x"}
	_without([_volume], {"schema": "prod.v"}) == {"databricks_volume.x"}
	capitals := given.resource("databricks_volume", {"values": {"catalog_name": "PROD", "schema_name": "S", "name": "v"}})
	_without([capitals], {"schema": "prod.s"}) == set()
}

test_by_link if {
	linked := _grants({"unknown": {"schema": true}, "links": {"schema": ["databricks_schema.x"]}})
	_of({}, [_schema, linked]) == given.passes("databricks_schema.x")
}

test_names_that_are_not_known_yet if {
	catalog := given.resource("databricks_catalog", {"unknown": {"name": true}})
	schema := given.resource("databricks_schema", {
		"values": {"name": "s"}, "unknown": {"catalog_name": true},
		"links": {"catalog_name": ["databricks_catalog.x"]},
	})
	volume := given.resource("databricks_volume", {
		"values": {"name": "v"}, "unknown": {"catalog_name": true, "schema_name": true},
		"links": {"schema_name": ["databricks_schema.x"]},
	})
	on_catalog := _grants({"unknown": {"catalog": true}, "links": {"catalog": ["databricks_catalog.x"]}})
	on_schema := _grants({"unknown": {"schema": true}, "links": {"schema": ["databricks_schema.x"]}})
	_of({}, [catalog, schema, on_catalog]).deny == set()
	{result.address | some result in _of({}, [schema, volume, on_schema]).deny} == set()
	_of({}, [given.resource("databricks_schema", {"values": {"catalog_name": 7, "name": ""}})]) == _denied("databricks_schema.x")
}

test_a_name_of_which_a_part_is_not_known_yet if {
	volume := given.resource("databricks_volume", {"values": {"schema_name": "s", "name": "v"}, "unknown": {"catalog_name": true}})
	_without([volume], {"schema": "s"}) == {"databricks_volume.x"}
}

test_grants_on_what_it_only_refers_to if {
	location := given.resource("databricks_external_location", {"values": {"name": "landing"}})
	volume := object.union(_volume, {"links": {"storage_location": ["databricks_external_location.x"]}})
	_without([location, volume], {"external_location": "landing"}) == {"databricks_volume.x"}
}

test_a_part_of_the_configuration if {
	_of({"complete": false}, [_schema]) == _in_doubt("databricks_schema.x", "the plan covers only a part of the configuration")
}

test_grants_that_may_be_on_it if {
	_of({}, [_schema, _grants({"unknown": {"schema": true}})]) == _in_doubt("databricks_schema.x", "databricks_grants.x may be on it")
	_of({}, [_schema, _grants({"unknown": {"catalog": true}})]) == _in_doubt("databricks_schema.x", "databricks_grants.x may be on it")
	_of({}, [_schema, _grants({"unknown": {"volume": true}})]) == _in_doubt("databricks_schema.x", "databricks_grants.x may be on it")
	_of({}, [_schema, _grants({"unknown": true})]) == _in_doubt("databricks_schema.x", "databricks_grants.x may be on it")
	_of({}, [_schema, _grants({"unknown": {"table": true}})]) == _denied("databricks_schema.x")
	_of({"complete": false}, [_schema, _grants({"unknown": true})]) == _in_doubt(
		"databricks_schema.x",
		"databricks_grants.x may be on it and the plan covers only a part of the configuration",
	)
}

test_what_goes_away if {
	_of({}, [object.union(_schema, {"action": "delete"})]) == given.nothing
}
