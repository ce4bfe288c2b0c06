package policies.lib.target_test

import data.policies.lib.target

test_names_of_production if {
	names := ["prod", "Production", "eu-prod", "prd", "live", "prod_2"]
	{production | some name in names; production := target.production with input as {"document": {"target": name}}} == {true}
}

test_names_of_other_targets if {
	names := ["dev", "staging", "preprod", "product", "reproduce", "nonprod", ""]
	{production | some name in names; production := target.production with input as {"document": {"target": name}}} == {false}
}

test_no_target_is_unknown if {
	target.production == "unknown" with input as {"document": {"kind": "plan"}}
	target.production == "unknown" with input as {}
}
