package policies.rules.unity_catalog.deployer_not_listed_test

import data.policies.lib.testing_test as given
import data.policies.rules.unity_catalog.deployer_not_listed as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_grants(values, unknown) := _answers(given.plan(set(), [given.resource("databricks_grants", {"values": values, "unknown": unknown})]))

_blocks(blocks, unknown) := _grants({"schema": "prod.s", "grant": blocks}, {"grant": unknown})

_to(principal, privileges) := _blocks([{"principal": principal, "privileges": privileges}], [])

_address := "databricks_grants.x"

_passes := given.passes(_address)

_for(deployer, document) := answers if {
	answers := _answers(document) with data.tfcheck.parameters as {"DBX-UC-023": {"deployer": deployer}}
}

_listed(on, blocks, unknown) := _for("7C1F-sp", given.plan(set(), [given.resource("databricks_grants", {
	"values": object.union(on, {"grant": blocks}),
	"unknown": unknown,
})]))

_schema := {"schema": "prod.s"}

_analysts := {"principal": "analysts", "privileges": ["SELECT", "MANAGE"]}

_denied := given.denied(_address, "grant", `"7C1F-sp", who deploys, holds no MANAGE on schema prod.s after this: the resource removes what it does not list`)

_in_doubt(what) := given.undecided(_address, "grant", sprintf(`Whether "7C1F-sp", who deploys, keeps MANAGE on %s is not known yet`, [what]))

test_not_listed if {
	_listed(_schema, [_analysts], {}) == _denied
	_listed(_schema, [_analysts, {"principal": "7c1f-SP", "privileges": ["SELECT"]}], {}) == _denied
}

test_listed if {
	_listed(_schema, [_analysts, {"principal": "7c1f-SP", "privileges": ["SELECT", "MANAGE"]}], {}) == _passes
	_listed(_schema, [{"principal": "7c1f-SP", "privileges": ["MANAGE"]}], {"grant": [{"privileges": [false, true]}]}) == _passes
}

test_nobody_deploys if {
	_for(" ", given.plan(set(), [given.resource("databricks_grants", {"values": {"schema": "prod.s", "grant": [_analysts]}})])) == given.nothing
	_blocks([_analysts], {}) == given.nothing
}

test_securables_that_nobody_manages if {
	_listed({"metastore": "5f0d"}, [_analysts], {}) == given.nothing
	_listed({"share": "s"}, [_analysts], {}) == given.nothing
}

test_a_single_grant_removes_nothing if {
	_for("7c1f", given.plan(set(), [given.resource("databricks_grant", {"values": {"schema": "prod.s", "principal": "a", "privileges": ["SELECT"]}})])) == given.nothing
}

test_not_known_yet if {
	_listed(_schema, [{"privileges": ["MANAGE"]}], {"grant": [{"principal": true}]}) == _in_doubt("schema prod.s")
	_listed(_schema, [{"principal": "7c1f-sp"}], {"grant": [{"privileges": true}]}) == _in_doubt("schema prod.s")
	_listed(_schema, [{}], {"grant": [true]}) == _in_doubt("schema prod.s")
	_listed(_schema, [_analysts], {"grant": true}) == _in_doubt("schema prod.s")
	_listed(_schema, [_analysts], {"catalog": true}) == _in_doubt("some catalog or schema")
}

test_what_cannot_be_it if {
	_listed(_schema, [{"principal": "analysts"}], {"grant": [{"privileges": true}]}) == _denied
	_listed(_schema, [{"privileges": ["SELECT"]}], {"grant": [{"principal": true}]}) == _denied
}

test_grants_that_go_away if {
	_for("7c1f", given.plan(set(), [given.resource("databricks_grants", {"action": "delete"})])) == given.nothing
}
