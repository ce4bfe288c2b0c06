package policies.rules.network.without_backend_private_link_test

import data.policies.lib.testing_test as given
import data.policies.rules.network.without_backend_private_link as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_network(values, unknown, links) := _answers(given.plan(set(), [given.resource("databricks_mws_networks", {"values": values, "unknown": unknown, "links": links})]))

_address := "databricks_mws_networks.x"

_endpoints(values) := {"vpc_endpoints": [values]}

test_no_endpoints if {
	none := given.denied(
		_address,
		"vpc_endpoints",
		"Nodes in network databricks_mws_networks.x reach the control plane over public addresses; wanted is vpc_endpoints",
	)
	_network({}, {"id": true}, {}) == none
	_network({"vpc_endpoints": []}, {}, {}) == none
}

test_one_endpoint if {
	every pair in [["rest_api", "dataplane_relay"], ["dataplane_relay", "rest_api"]] {
		_network(_endpoints({pair[0]: ["e"], pair[1]: []}), {}, {}) == given.denied(
			_address,
			concat(".", ["vpc_endpoints[0]", pair[1]]),
			sprintf("Nodes in network databricks_mws_networks.x have no endpoint for %s; wanted is a databricks_mws_vpc_endpoint", [pair[1]]),
		)
	}
}

test_both_endpoints if {
	_network(_endpoints({"rest_api": ["e"], "dataplane_relay": ["f"]}), {}, {}) == given.passes(_address)
	_network(_endpoints({"rest_api": ["e"]}), _endpoints({"dataplane_relay": [true]}), {}) == given.passes(_address)
	links := {"vpc_endpoints[0].dataplane_relay": ["databricks_mws_vpc_endpoint.f"]}
	_network(_endpoints({"rest_api": ["e"]}), _endpoints({"dataplane_relay": true}), links) == given.passes(_address)
}

test_not_known_yet if {
	_network(_endpoints({"rest_api": ["e"]}), _endpoints({"dataplane_relay": true}), {}) == given.undecided(
		_address,
		"vpc_endpoints[0].dataplane_relay",
		"Whether nodes in network databricks_mws_networks.x have an endpoint for dataplane_relay is not known yet",
	)
	{result.path | some result in _network({}, {"vpc_endpoints": true}, {}).undecided} == {"vpc_endpoints"}
	_network({}, {"vpc_endpoints": true}, {}).deny == set()
}

test_a_network_that_goes_away if {
	_answers(given.plan(set(), [given.resource("databricks_mws_networks", {"action": "delete"})])) == given.nothing
}
