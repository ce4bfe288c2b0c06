# METADATA
# scope: package
# title: Queries, alerts and dashboards use CAN_READ
# description: |
#   Looks at the permissions of SQL queries, alerts and legacy dashboards. CAN_VIEW is what their first API
#   called CAN_READ; the provider still translates it, and says that it will not for ever.
# related_resources:
#   - ref: https://github.com/databricks/terraform-provider-databricks/blob/main/permissions/permission_definitions.go
#     description: Use CAN_READ instead
# custom:
#   id: DBX-PRM-011
#   severity: low
#   sets: [strict]
#   resource_types: [databricks_permissions]
#   attributes: [sql_dashboard_id, sql_alert_id, sql_query_id, "access_control[].permission_level"]
#   remediation: Write CAN_READ.
#   controls:
#     nist-800-53: [CM-2, CM-6]
#     cis-controls: ["4.1"]
#     iso-27001: [A.8.9]
#     soc2: [CC8.1]
package policies.rules.permissions.deprecated_level

import data.policies.lib.access
import data.policies.lib.levels
import data.policies.lib.objects
import data.policies.lib.permissions
import data.policies.lib.results

deny contains result if {
	some attribute in _attributes
	some [resource, entry] in access.of({attribute})
	levels.deprecated(attribute, entry.level)
	result := results.at(resource, sprintf("%s.permission_level", [entry.path]), sprintf(
		"%s is deprecated on %s; wanted is CAN_READ",
		[entry.level, objects.label(resource)],
	))
}

undecided contains result if {
	some [resource, entry] in access.of(_attributes)
	entry.decided.level == false
	result := results.at(resource, entry.path, sprintf(
		"Which level somebody gets on %s is not known yet; CAN_VIEW is deprecated there",
		[objects.label(resource)],
	))
}

checked contains address if {
	some attribute in _attributes
	some address, _ in permissions.on[attribute]
}

_attributes := {"sql_alert_id", "sql_dashboard_id", "sql_query_id"}
