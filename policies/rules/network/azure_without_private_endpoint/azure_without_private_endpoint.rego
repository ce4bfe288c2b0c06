# METADATA
# scope: package
# title: Closed Azure workspaces have a private endpoint
# description: |
#   Looks at Azure workspaces that take no requests from the internet. Without an
#   azurerm_private_endpoint for `databricks_ui_api` nobody reaches them. Where endpoints are made in
#   another configuration, give this policy a waiver.
# related_resources:
#   - ref: https://learn.microsoft.com/en-us/azure/databricks/security/network/front-end/front-end-private-connect
#     description: Private connectivity to an Azure workspace
#   - ref: https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/private_endpoint
#     description: The resource
# custom:
#   id: DBX-NET-009
#   severity: medium
#   sets: [strict]
#   resource_types: [azurerm_databricks_workspace, azurerm_private_endpoint]
#   attributes:
#     - public_network_access_enabled
#     - "private_service_connection[].private_connection_resource_id"
#     - "private_service_connection[].subresource_names"
#   remediation: Add an azurerm_private_endpoint with the id of the workspace and `subresource_names = ["databricks_ui_api"]`.
#   controls:
#     sat: [NS-3]
#     dasf: [DASF 4]
#     nist-800-53: [SC-7, SC-7(5), AC-17]
#     cis-controls: ["12.2", "13.4"]
#     cis-azure: ["2.1.11"]
#     iso-27001: [A.8.20, A.8.22]
#     soc2: [CC6.6]
package policies.rules.network.azure_without_private_endpoint

import data.policies.lib.blocks
import data.policies.lib.references
import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.switches
import data.policies.lib.values
import data.policies.lib.workspaces

deny contains result if {
	some address, workspace in _private
	_reached[address] == false
	result := results.at(workspace, "public_network_access_enabled", sprintf(
		"%s takes no requests from the internet, and no private endpoint (databricks_ui_api) leads to it",
		[workspaces.label(workspace)],
	))
}

undecided contains result if {
	some address, workspace in _private
	_reached[address] == "unknown"
	result := results.at(workspace, "public_network_access_enabled", sprintf(
		"%s takes no requests from the internet; whether a private endpoint (databricks_ui_api) leads to it is not known yet",
		[workspaces.label(workspace)],
	))
}

checked contains address if some address, _ in _private

_private[address] := workspace if {
	some address, workspace in resources.present.azurerm_databricks_workspace
	switches.state(workspace, "public_network_access_enabled", true) == false
}

_reached[address] := verdict if {
	some address, workspace in _private
	verdicts := {each |
		some endpoint in resources.present.azurerm_private_endpoint
		some connection in blocks.inside(blocks.whole(endpoint), "private_service_connection")
		_is_for_browsers(connection)
		each := references.aims(endpoint, connection, "private_connection_resource_id", workspace, "id")
	}
	verdict := references.any_of(verdicts)
}

_is_for_browsers(connection) if "databricks_ui_api" in values.elements(connection.values, "subresource_names")

_is_for_browsers(connection) if values.unknown(connection, "subresource_names")
