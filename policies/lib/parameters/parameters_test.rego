package policies.lib.parameters_test

import data.policies.lib.parameters

test_gives_the_value_of_one_policy if {
	parameters.of("A-1", "names") == ["x"] with data.tfcheck.parameters as {"A-1": {"names": ["x"]}, "A-2": {"names": []}}
}
