package policies.rules.cost.expensive_development_test

import data.policies.lib.testing_test as given
import data.policies.rules.cost.expensive_development as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_for(targets, values, unknown) := _answers(given.plan(targets, [given.resource("databricks_cluster", {
	"values": object.union({"cluster_name": "etl"}, values),
	"unknown": unknown,
})]))

_dev(values, unknown) := _for({"dev"}, values, unknown)

_address := "databricks_cluster.x"

_photon := `Cluster "etl" runs Photon; outside production STANDARD is enough`

test_photon if {
	_dev({"runtime_engine": "PHOTON"}, {}) == given.denied(_address, "runtime_engine", _photon)
}

test_gpus if {
	every type in ["g5.xlarge", "p4d.24xlarge", "Standard_NC24ads_A100_v4", "Standard_ND96asr_v4", "a2-highgpu-1g", "g2-standard-4"] {
		every name in ["node_type_id", "driver_node_type_id"] {
			_dev({name: type}, {}) == given.denied(_address, name, sprintf(`Cluster "etl" has nodes with GPUs (%s); outside production none are needed`, [type]))
		}
	}
}

test_plain_compute if {
	every type in ["m5.xlarge", "Standard_DS3_v2", "n2-standard-4", "Standard_NP10s_like", "r5g.xlarge"] {
		_dev({"runtime_engine": "STANDARD", "node_type_id": type}, {"id": true}) == given.passes(_address)
	}
	_dev({"cluster_name": "g5.xlarge"}, {}) == given.passes(_address)
}

test_production if {
	_for({"prod"}, {"runtime_engine": "PHOTON"}, {"node_type_id": true}) == given.nothing
}

test_a_target_that_nobody_knows if {
	_for(set(), {"runtime_engine": "PHOTON"}, {}) == given.undecided(_address, "runtime_engine", given.in_doubt(_photon))
}

_undecided(name) := given.undecided(_address, name, sprintf(`Cluster "etl": its %s is not known yet; outside production neither Photon nor GPUs are needed`, [name]))

test_not_known_yet if {
	every name in ["node_type_id", "runtime_engine"] {
		_dev({}, {name: true}) == _undecided(name)
	}
	_dev({"instance_pool_id": "1"}, {"node_type_id": true}) == given.passes(_address)
	_for(set(), {}, {"node_type_id": true}) == _undecided("node_type_id")
}

test_a_cluster_that_goes_away if {
	_answers(given.plan(set(), [given.resource("databricks_cluster", {"action": "delete"})])) == given.nothing
}
