package policies.rules.unity_catalog.open_catalog_test

import data.policies.lib.testing_test as given
import data.policies.rules.unity_catalog.open_catalog as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_catalog(values, fields) := _answers(given.plan(set(), [given.resource("databricks_catalog", object.union({"values": values}, fields))]))

_address := "databricks_catalog.x"

test_an_open_catalog if {
	every mode in ["OPEN", "open"] {
		_catalog({"name": "sales_PROD", "isolation_mode": mode}, {}) == given.denied(
			_address, "isolation_mode",
			sprintf("Catalog sales_PROD is open to every workspace (isolation_mode = %q); wanted is ISOLATED", [mode]),
		)
	}
}

test_a_catalog_that_does_not_say_it if {
	every fields in [{}, {"unknown": {"isolation_mode": true}}] {
		_catalog({"name": "prod"}, fields) == given.denied(
			_address, "isolation_mode",
			`Catalog prod is open to every workspace, since it has no isolation_mode; wanted is ISOLATED`,
		)
	}
}

test_a_bound_catalog if {
	_catalog({"name": "prod", "isolation_mode": "ISOLATED"}, {}) == given.passes(_address)
}

test_a_catalog_of_no_production if {
	_catalog({"name": "sales_dev"}, {}) == given.passes(_address)
	_catalog({"name": "products"}, {}) == given.passes(_address)
	_catalog({"name": 7}, {}) == given.passes(_address)
}

test_another_pattern if {
	answers := _catalog({"name": "Main"}, {}) with data.tfcheck.parameters as {"DBX-UC-017": {"production_regex": "^main$"}}
	count(answers.deny) == 1
}

test_not_known_yet if {
	_catalog({"name": "prod"}, {"unknown": {"isolation_mode": true}, "links": {"isolation_mode": ["terraform_data.x"]}}) == given.undecided(
		_address, "isolation_mode",
		`Whether catalog prod is open to every workspace is not known yet; wanted is ISOLATED`,
	)
	_catalog({"isolation_mode": "OPEN"}, {"unknown": {"name": true}}) == given.undecided(
		_address, "name",
		"Whether this is a catalog of production is not known yet; such a catalog must be ISOLATED",
	)
}

test_an_isolated_catalog_of_unknown_name if {
	_catalog({"isolation_mode": "ISOLATED"}, {"unknown": {"name": true}}) == given.passes(_address)
}

test_a_catalog_that_goes_away if {
	_catalog({"name": "prod"}, {"action": "delete", "values": {}}) == given.nothing
}
