# METADATA
# scope: package
# title: Nodes reach the control plane by private link
# description: |
#   Looks at `vpc_endpoints` of networks on AWS and GCP. Without endpoints for the API and for the relay
#   the nodes talk with the control plane over public addresses.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/security/network/classic/private-link
#     description: Private link between nodes and control plane
#   - ref: https://registry.terraform.io/providers/databricks/databricks/latest/docs/resources/mws_networks
#     description: The resource
# custom:
#   id: DBX-NET-019
#   severity: low
#   sets: [strict]
#   resource_types: [databricks_mws_networks]
#   attributes: ["vpc_endpoints[].rest_api", "vpc_endpoints[].dataplane_relay"]
#   remediation: Add `vpc_endpoints` with a databricks_mws_vpc_endpoint as `rest_api` and one as `dataplane_relay`.
#   controls:
#     sat: [NS-3]
#     dasf: [DASF 4]
#     nist-800-53: [SC-7, SC-7(5), AC-17]
#     cis-controls: ["12.2", "13.4"]
#     iso-27001: [A.8.20, A.8.22]
#     soc2: [CC6.6]
package policies.rules.network.without_backend_private_link

import data.policies.lib.blocks
import data.policies.lib.references
import data.policies.lib.resources
import data.policies.lib.results

deny contains result if {
	some network in resources.present.databricks_mws_networks
	blocks.inside(blocks.whole(network), "vpc_endpoints") == []
	result := results.at(network, "vpc_endpoints", sprintf(
		"Nodes in network %s reach the control plane over public addresses; wanted is vpc_endpoints",
		[network.address],
	))
}

deny contains result if {
	some [network, endpoints, name] in _endpoints
	endpoints.unknown != true
	object.get(endpoints.values, name, []) == []
	object.get(endpoints.unknown, name, []) == []
	result := results.at(network, blocks.attribute(endpoints, name), sprintf(
		"Nodes in network %s have no endpoint for %s; wanted is a databricks_mws_vpc_endpoint",
		[network.address, name],
	))
}

undecided contains result if {
	some [network, endpoints, name] in _endpoints
	references.given(network, endpoints, name) == "unknown"
	result := results.at(network, blocks.attribute(endpoints, name), sprintf(
		"Whether nodes in network %s have an endpoint for %s is not known yet",
		[network.address, name],
	))
}

checked contains address if some address, _ in resources.present.databricks_mws_networks

_endpoints := [[network, endpoints, name] |
	some network in resources.present.databricks_mws_networks
	some endpoints in blocks.inside(blocks.whole(network), "vpc_endpoints")
	some name in ["rest_api", "dataplane_relay"]
]
