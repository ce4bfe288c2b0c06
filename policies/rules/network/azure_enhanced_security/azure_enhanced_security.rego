# METADATA
# scope: package
# title: Azure workspaces update clusters and watch nodes by themselves
# description: |
#   Looks at `enhanced_security_compliance` of Azure workspaces: automatic updates of clusters, and
#   monitoring of their nodes. The compliance security profile turns both on; it is not asked for, since
#   it cannot be undone.
# related_resources:
#   - ref: https://learn.microsoft.com/en-us/azure/databricks/security/privacy/enhanced-security-monitoring
#     description: Enhanced security monitoring
#   - ref: https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/databricks_workspace
#     description: The resource, and its defaults
# custom:
#   id: DBX-NET-014
#   severity: low
#   sets: [strict]
#   resource_types: [azurerm_databricks_workspace]
#   attributes:
#     - "enhanced_security_compliance[].automatic_cluster_update_enabled"
#     - "enhanced_security_compliance[].enhanced_security_monitoring_enabled"
#     - "enhanced_security_compliance[].compliance_security_profile_enabled"
#   remediation: Set `automatic_cluster_update_enabled` and `enhanced_security_monitoring_enabled` in `enhanced_security_compliance`.
#   controls:
#     sat: [GOV-36, INFO-39, INFO-40]
#     dasf: [DASF 38, DASF 50]
#     nist-800-53: [SI-2, SA-22, SI-4, CA-7]
#     cis-controls: ["2.2", "7.3", "8.11", "13.1"]
#     iso-27001: [A.8.8, A.8.16]
#     soc2: [CC7.1, CC7.2]
package policies.rules.network.azure_enhanced_security

import data.policies.lib.blocks
import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.switches
import data.policies.lib.workspaces

deny contains result if {
	some [workspace, settings, name] in _switches
	switches.state(settings, name, false) == false
	result := results.at(workspace, blocks.attribute(settings, name), sprintf(
		"%s has no %s; wanted is true",
		[workspaces.label(workspace), name],
	))
}

undecided contains result if {
	some [workspace, settings, name] in _switches
	switches.unclear(settings, name)
	result := results.at(workspace, blocks.attribute(settings, name), sprintf(
		"%s: whether it has %s is not known yet; wanted is true",
		[workspaces.label(workspace), name],
	))
}

checked contains address if some address, _ in resources.present.azurerm_databricks_workspace

_switches := [[workspace, settings, name] |
	some workspace in resources.present.azurerm_databricks_workspace
	some settings in _settings(workspace)
	switches.state(settings, "compliance_security_profile_enabled", false) != true
	some name in ["automatic_cluster_update_enabled", "enhanced_security_monitoring_enabled"]
]

_settings(workspace) := written if {
	written := blocks.inside(blocks.whole(workspace), "enhanced_security_compliance")
	written != []
} else := [{"path": "enhanced_security_compliance", "values": {}, "unknown": {}}]
