# METADATA
# scope: package
# title: Clusters are updated automatically
# description: |
#   Looks at databricks_automatic_cluster_update_workspace_setting: without it clusters that run for
#   weeks keep an image without security fixes. A plan that deletes the setting turns the updates off.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/admin/clusters/automatic-cluster-update
#     description: Automatic cluster update
# custom:
#   id: DBX-AUD-011
#   severity: medium
#   sets: [strict, production]
#   resource_types: [databricks_automatic_cluster_update_workspace_setting]
#   attributes: ["automatic_cluster_update_workspace[].enabled"]
#   remediation: Set `enabled` to true, with a maintenance window that suits the workspace.
#   controls:
#     sat: [GOV-36]
#     dasf: [DASF 38]
#     nist-800-53: [SI-2, SA-22]
#     cis-controls: ["2.2", "7.3"]
#     iso-27001: [A.8.8]
#     soc2: [CC7.1]
package policies.rules.audit.automatic_update

import data.policies.lib.results
import data.policies.lib.workspace_settings

deny contains result if {
	some setting in _settings
	setting.is == "off"
	result := results.at(setting.resource, setting.path, "The automatic update of clusters is off; wanted is on")
}

deny contains result if {
	some setting in _deleted
	result := results.at(setting, "", "The plan deletes this setting, which turns the automatic update of clusters off; wanted is on")
}

undecided contains result if {
	some setting in _settings
	setting.is == "unknown"
	result := results.at(setting.resource, setting.path, "Whether clusters are updated automatically is not known yet; wanted is on")
}

checked := {setting.resource.address | some setting in _settings} | {setting.address | some setting in _deleted}

_settings := workspace_settings.of(_type, "automatic_cluster_update_workspace", "enabled")

_deleted := workspace_settings.deleted(_type)

_type := "databricks_automatic_cluster_update_workspace_setting"
