# METADATA
# scope: package
# title: IP access lists are on
# description: |
#   Looks at `enabled` of IP access lists, and at `enableIpAccessLists` in the configuration of the
#   workspace, without which no list is applied. Where a list is on and the document says nothing of
#   `enableIpAccessLists`, it is undecided: another configuration may set it.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/security/network/front-end/ip-access-list-workspace
#     description: IP access lists of workspaces
#   - ref: https://registry.terraform.io/providers/databricks/databricks/latest/docs/resources/ip_access_list
#     description: The resource
# custom:
#   id: DBX-NET-002
#   severity: high
#   sets: [strict]
#   resource_types: [databricks_ip_access_list, databricks_workspace_conf]
#   attributes: [enabled, custom_config]
#   remediation: Set `enabled = true`, and `enableIpAccessLists` to true in `custom_config` of a databricks_workspace_conf.
#   controls:
#     sat: [NS-5, NS-11]
#     dasf: [DASF 3]
#     nist-800-53: [SC-7, SC-7(5), AC-17]
#     cis-controls: ["12.2", "13.4"]
#     iso-27001: [A.8.20, A.8.22]
#     soc2: [CC6.6]
package policies.rules.network.ip_list_off

import data.policies.lib.addresses
import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.switches

deny contains result if {
	some list in resources.present.databricks_ip_access_list
	switches.state(list, "enabled", true) == false
	result := results.at(list, "enabled", sprintf("IP access list %s is off; wanted is enabled = true", [list.address]))
}

deny contains result if {
	some conf in _configurations
	_applied(conf) == false
	result := results.at(conf, _path, "The workspace applies no IP access lists (enableIpAccessLists); wanted is true")
}

undecided contains result if {
	some list in resources.present.databricks_ip_access_list
	switches.unclear(list, "enabled")
	result := results.at(list, "enabled", sprintf("Whether IP access list %s is on is not known yet", [list.address]))
}

undecided contains result if {
	some list in addresses.lists
	_configurations == {}
	result := results.at(list, "", sprintf(
		"IP access list %s is applied only if enableIpAccessLists is true, of which nothing here tells",
		[list.address],
	))
}

undecided contains result if {
	some conf in _configurations
	_applied(conf) == "unknown"
	result := results.at(conf, _path, "Whether the workspace applies IP access lists (enableIpAccessLists) is not known yet")
}

checked contains address if some address, _ in resources.present.databricks_ip_access_list

checked contains address if some address, _ in _configurations

_configurations[address] := conf if {
	some address, conf in resources.present.databricks_workspace_conf
	_applied(conf) != "nothing"
}

_applied(conf) := switches.state(config, "enableIpAccessLists", "nothing") if {
	config := {
		"values": object.get(conf.values, "custom_config", {}),
		"unknown": _unknown(conf),
	}
}

_unknown(conf) if {
	conf.unknown == true
} else := object.get(conf, ["unknown", "custom_config"], {})

_path := "custom_config.enableIpAccessLists"
