package policies.lib.catalogs_test

import data.policies.lib.catalogs

_rooms := catalogs.rooms({"Prod": ["prod", "Gold*"], "dev": ["dev"]})

_fault(target, catalog) := fault if {
	fault := catalogs.fault(_rooms, catalog) with input as {"document": {"target": target}}
}

_is_free(target, catalog) if {
	faults := {fault | fault := catalogs.fault(_rooms, catalog)} with input as {"document": {"target": target}}
	faults == set()
}

test_rooms if {
	_rooms == {["prod", "prod"], ["prod", "gold*"], ["dev", "dev"]}
}

test_target if {
	catalogs.target == "prod" with input as {"document": {"target": "PROD"}}
	every document in [{}, {"target": ""}] {
		targets := {name | name := catalogs.target} with input as {"document": document}
		targets == set()
	}
}

test_of_the_target if {
	_is_free("prod", "Prod")
	_is_free("PROD", "gold_eu")
	_is_free("staging", "sandbox")
}

test_of_another_target if {
	_fault("prod", "dev") == `; models of target "prod" belong in "gold*", "prod"`
	_fault("prod", "sandbox") == `; models of target "prod" belong in "gold*", "prod"`
	_fault("dev", "prod") == `; models of target "dev" belong in "dev"`
	_fault("staging", "Prod") == `, which is kept for target "prod"; this is target "staging"`
}

test_without_a_target if {
	faults := {fault | fault := catalogs.fault(_rooms, "prod")} with input as {"document": {}}
	faults == set()
}
