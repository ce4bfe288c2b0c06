package policies.rules.compute.idle_pool_test

import data.policies.lib.testing_test as given
import data.policies.rules.compute.idle_pool as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_pool(targets, values, unknown) := _answers(given.plan(targets, [given.resource("databricks_instance_pool", {
	"values": object.union({"instance_pool_name": "small"}, values),
	"unknown": unknown,
})]))

_address := "databricks_instance_pool.x"

test_few_idle_instances if {
	every minutes in [0, 15, 60] {
		_pool({"dev"}, {"idle_instance_autotermination_minutes": minutes, "min_idle_instances": 0}, {"id": true}) == given.passes(_address)
	}
	_pool({"prod"}, {"min_idle_instances": 2}, {}) == given.passes(_address)
}

test_idle_for_long if {
	_pool({"prod"}, {"idle_instance_autotermination_minutes": 61}, {}) == given.denied(
		_address,
		"idle_instance_autotermination_minutes",
		`Instance pool "small" keeps idle instances for 61 minutes; wanted are at most 60`,
	)
}

test_always_idle if {
	message := `Instance pool "small" always keeps 1 instances idle; outside production none is needed`
	_pool({"dev"}, {"min_idle_instances": 1}, {}) == given.denied(_address, "min_idle_instances", message)
	_pool(set(), {"min_idle_instances": 1}, {}) == given.undecided(_address, "min_idle_instances", given.in_doubt(message))
}

test_not_known_yet if {
	every name in ["idle_instance_autotermination_minutes", "min_idle_instances"] {
		_pool({"dev"}, {}, {name: true}) == given.undecided(
			_address,
			name,
			sprintf(`Instance pool "small": its %s is not known yet; wanted are few idle instances`, [name]),
		)
	}
}

test_a_pool_that_goes_away if {
	_answers(given.plan({"dev"}, [given.resource("databricks_instance_pool", {"action": "delete"})])) == given.nothing
}
