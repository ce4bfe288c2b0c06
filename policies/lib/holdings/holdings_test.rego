package policies.lib.holdings_test

import data.policies.lib.holdings
import data.policies.lib.testing_test as given

_mask := "(sensitive value 3f9a12ab)"

_grants(values, unknown) := given.plan(set(), [given.resource("databricks_grants", {"values": values, "unknown": unknown})])

_blocks(blocks, unknown) := _grants({"schema": "prod.s", "grant": blocks}, {"grant": unknown})

_plain(found) := [object.remove(holding, ["resource"]) | some holding in found]

_of(document, kind, privileges) := found if {
	found := _plain(holdings.of(holdings[kind], privileges)) with input as document
}

_held(path, principal, held, certain) := {"path": path, "principal": principal, "held": held, "certain": certain}

test_names if {
	document := _blocks(
		[
			{"principal": " Account Users", "privileges": []}, {"principal": "bob@example.com", "privileges": []},
			{"principal": "ml-team", "privileges": []}, {"principal": _mask, "privileges": []}, {"privileges": []},
		],
		[false, false, false, false, {"principal": true}],
	)
	everyone := holdings.everyone.names with input as document
	people := holdings.people.names with input as document
	either := holdings.everyone_or_people.names with input as document
	all := holdings.strangers([]).names with input as document
	others := holdings.strangers([" ML-Team", "account users"]).names with input as document
	everyone == {" Account Users"}
	people == {"bob@example.com"}
	either == {" Account Users", "bob@example.com"}
	all == {" Account Users", "bob@example.com", "ml-team", _mask, ""}
	others == {"bob@example.com"}
}

test_who_holds_what if {
	document := _blocks(
		[
			{"principal": "users", "privileges": ["SELECT", "MODIFY", "REFRESH"]},
			{"principal": "ml-team", "privileges": ["MODIFY"]},
			{"principal": "account users", "privileges": ["SELECT"]},
		],
		{},
	)
	_of(document, "everyone", {"MODIFY", "REFRESH"}) == [_held("grant[0].privileges", "users", {"MODIFY", "REFRESH"}, true)]
}

test_a_single_grant if {
	document := given.plan(set(), [given.resource("databricks_grant", {"values": {"schema": "prod.s", "principal": "users", "privileges": ["MODIFY"]}})])
	found := holdings.of({"names": {"users"}, "never": set()}, {"MODIFY"}) with input as document
	_plain(found) == [_held("privileges", "users", {"MODIFY"}, true)]
	found[0].resource.address == "databricks_grant.x"
}

test_what_may_be_so if {
	blocks := [{"privileges": ["MODIFY"]}, {"principal": "users"}, {"principal": _mask, "privileges": ["MODIFY"]}, {}]
	document := _blocks(blocks, [{"principal": true}, {"privileges": true}, false, true])
	_of(document, "everyone", {"MODIFY"}) == [
		_held("grant[0].principal", "", {"MODIFY"}, false),
		_held("grant[1].privileges", "users", set(), false),
		_held("grant[2].principal", _mask, {"MODIFY"}, false),
		_held("grant[3].principal", "", set(), false),
	]
}

test_what_cannot_be_so if {
	document := _blocks(
		[{"privileges": ["SELECT"]}, {"principal": "ml-team"}, {"principal": "users", "privileges": ["SELECT"]}],
		[{"principal": true}, {"privileges": true}],
	)
	_of(document, "everyone", {"MODIFY"}) == []
}

test_what_is_so_already if {
	document := _blocks([{"principal": "users", "privileges": ["MODIFY", null]}], [{"privileges": [false, true]}])
	_of(document, "everyone", {"MODIFY"}) == [_held("grant[0].privileges", "users", {"MODIFY"}, true)]
}

_made_by(type) := given.plan(set(), [
	given.resource(type, {"mode": "data"}),
	given.resource("databricks_grants", {
		"values": {"schema": "prod.s", "grant": [{"privileges": ["MODIFY"]}]},
		"unknown": {"grant": [{"principal": true}]},
		"links": {"grant[0].principal": [sprintf("%s.x", [type])]},
	}),
])

test_a_principal_that_the_document_makes if {
	unknown := [_held("grant[0].principal", "", {"MODIFY"}, false)]
	every type in ["databricks_user", "databricks_service_principal", "databricks_group"] {
		_of(_made_by(type), "everyone", {"MODIFY"}) == []
	}
	_of(_made_by("databricks_user"), "people", {"MODIFY"}) == unknown
	_of(_made_by("databricks_user"), "everyone_or_people", {"MODIFY"}) == unknown
	every type in ["databricks_service_principal", "databricks_group"] {
		_of(_made_by(type), "people", {"MODIFY"}) == []
		_of(_made_by(type), "everyone_or_people", {"MODIFY"}) == []
		found := holdings.of(holdings.strangers(["ml-team"]), {"MODIFY"}) with input as _made_by(type)
		_plain(found) == unknown
	}
}

test_a_principal_of_two_sources if {
	document := object.union(_made_by("databricks_group"), {"resources": {"databricks_group": {"databricks_group.y": {}}, "databricks_grants": {"databricks_grants.x": {"links": {"grant[0].principal": [
		"databricks_group.x",
		"terraform_data.x",
	]}}}}})
	count(_of(document, "everyone", {"MODIFY"})) == 1
}

test_grants_that_come_with_the_apply if {
	document := _grants({"schema": "prod.s"}, {"grant": true})
	_of(document, "everyone", {"MODIFY"}) == [_held("grant", "", set(), false)]
}

test_nobody_is_allowed if {
	document := _blocks([{"privileges": ["MODIFY"]}], [{"principal": true}])
	found := holdings.of(holdings.strangers([]), {"MODIFY"}) with input as document
	_plain(found) == [_held("grant[0].privileges", "", {"MODIFY"}, true)]
}

_on(attribute, document) := found if {
	found := [holding.certain | some holding in holdings.on(attribute, {"names": {"users"}, "never": set()}, {"MODIFY"})] with input as document
}

_to_users := {"grant": [{"principal": "users", "privileges": ["MODIFY"]}]}

test_on_a_securable if {
	_on("catalog", _grants(object.union(_to_users, {"catalog": "prod"}), {})) == [true]
	_on("catalog", _grants(object.union(_to_users, {"schema": "prod.s"}), {})) == []
	_on("catalog", _grants(object.union(_to_users, {"catalog": "prod"}), {"schema": true})) == [false]
	_on("catalog", _grants(_to_users, {})) == []
	_on("catalog", _grants({}, true)) == [false]
	_on("catalog", _grants({"catalog": "prod"}, {"grant": true})) == [false]
}

test_a_securable_of_another_kind_that_comes_with_the_apply if {
	grant := given.resource("databricks_grants", {"unknown": true, "links": {"schema": ["databricks_schema.s"]}})
	_on("catalog", given.plan(set(), [grant])) == []
	_on("schema", given.plan(set(), [grant])) == [false]
}

test_a_securable_that_is_linked if {
	grant := given.resource("databricks_grants", {"values": _to_users, "unknown": {"catalog": true}, "links": {"catalog": ["databricks_catalog.c"]}})
	_on("catalog", given.plan(set(), [grant])) == [true]
}

test_principals_in_messages if {
	document := _blocks([{"principal": name, "privileges": ["MODIFY"]} | some name in ["users", "bob@example.com", "ml-team", ""]], {})
	said := {holdings.who(holding) | some holding in holdings.of(holdings.strangers([]), {"MODIFY"})} with input as document
	said == {`"users", which is everyone,`, `"bob@example.com", a person,`, `"ml-team"`, "A principal that is not known yet"}
}

test_what_is_granted if {
	granted := holdings.granted with input as _blocks([{"principal": "a", "privileges": ["SELECT"]}, {"principal": "b", "privileges": ["SELECT", "modify"]}], {})
	granted == {"SELECT", "MODIFY"}
}
