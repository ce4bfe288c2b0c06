# METADATA
# scope: package
# title: Legacy access, DBFS and features are disabled
# description: |
#   Looks at the settings that disable what is older than Unity Catalog: the Hive metastore and
#   credential passthrough (`disable_legacy_access`), DBFS root and mounts (`disable_legacy_dbfs`), and
#   both for new workspaces of the account (`disable_legacy_features`). What a deleted setting falls
#   back to is the workspace's own default, which is undecided.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/data-governance/unity-catalog/disable-hms
#     description: Disabling access to the Hive metastore
#   - ref: https://docs.databricks.com/aws/en/dbfs/disable-dbfs-root-mounts
#     description: Disabling DBFS root and mounts
# custom:
#   id: DBX-AUD-010
#   severity: high
#   sets: [strict, production]
#   resource_types: [databricks_disable_legacy_access_setting, databricks_disable_legacy_dbfs_setting, databricks_disable_legacy_features_setting]
#   attributes: ["disable_legacy_access[].value", "disable_legacy_dbfs[].value", "disable_legacy_features[].value"]
#   remediation: Set the value to true, after what still uses the legacy way has moved to Unity Catalog.
#   controls:
#     sat: [GOV-37, DP-10]
#     nist-800-53: [AC-3, AC-6, CM-2]
#     cis-controls: ["3.3", "6.8", "4.1"]
#     iso-27001: [A.5.15, A.5.18, A.8.3, A.8.9]
#     soc2: [CC6.1, CC6.3, CC8.1]
package policies.rules.audit.legacy_not_disabled

import data.policies.lib.results
import data.policies.lib.workspace_settings

deny contains result if {
	some setting in _settings
	setting.is == "off"
	result := results.at(setting.resource, setting.path, sprintf("%s is false; wanted is true", [setting.path]))
}

undecided contains result if {
	some setting in _settings
	setting.is == "unknown"
	result := results.at(setting.resource, setting.path, sprintf("What %s will be is not known yet; wanted is true", [setting.path]))
}

undecided contains result if {
	some setting in _deleted
	result := results.at(setting, "", sprintf("The plan deletes %s; what the workspace does then cannot be seen", [setting.address]))
}

checked := {setting.resource.address | some setting in _settings} | {setting.address | some setting in _deleted}

_settings := [setting |
	some kind in _kinds
	some setting in workspace_settings.of(_type(kind), kind, "value")
]

_deleted := [setting |
	some kind in _kinds
	some setting in workspace_settings.deleted(_type(kind))
]

_type(kind) := sprintf("databricks_%s_setting", [kind])

_kinds := ["disable_legacy_access", "disable_legacy_dbfs", "disable_legacy_features"]
