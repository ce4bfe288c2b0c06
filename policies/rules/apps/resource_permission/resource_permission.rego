# METADATA
# scope: package
# title: Apps use resources without managing them
# description: |
#   Looks at the permissions that apps and app spaces get on jobs, secrets, SQL warehouses, serving endpoints and
#   whatever else they use. The code of an app serves everybody who may open it; with CAN_MANAGE, MANAGE or
#   IS_OWNER a mistake in it changes or deletes what it uses, and gives rights on it to others.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/dev-tools/databricks-apps/resources
#     description: Resources of an app and their permissions
# custom:
#   id: DBX-APP-003
#   severity: high
#   sets: [strict, production]
#   resource_types: [databricks_app, databricks_app_space]
#   attributes: ["resources[].secret[].permission", "resources[].serving_endpoint[].permission", "resources[].sql_warehouse[].permission", "resources[].job[].permission"]
#   remediation: Give READ, CAN_QUERY, CAN_USE, CAN_VIEW or CAN_MANAGE_RUN, whichever is enough.
#   controls:
#     nist-800-53: [AC-3, AC-6]
#     cis-controls: ["3.3", "6.8"]
#     iso-27001: [A.5.15, A.5.18, A.8.3]
#     soc2: [CC6.1, CC6.3]
#   parameters:
#     levels:
#       description: Permissions that apps may not get.
#       default: [CAN_MANAGE, IS_OWNER, MANAGE]
#       schema: {type: array, items: {type: string, minLength: 1}, uniqueItems: true}
package policies.rules.apps.resource_permission

import data.policies.lib.apps
import data.policies.lib.parameters
import data.policies.lib.resources
import data.policies.lib.results

deny contains result if {
	some right in apps.granted
	right.level in parameters.of("DBX-APP-003", "levels")
	result := results.at(right.resource, right.path, sprintf(
		"%s gets %s on its %s; wanted is a permission to use it",
		[apps.label(right.resource), right.level, replace(right.kind, "_", " ")],
	))
}

undecided contains result if {
	some right in apps.granted
	right.known == false
	result := results.at(right.resource, right.path, sprintf(
		"Which permission %s gets on its %s is not known yet; wanted is one to use it",
		[apps.label(right.resource), replace(right.kind, "_", " ")],
	))
}

undecided contains result if {
	some type in _types
	some app in resources.present[type]
	apps.awaited(app, "resources")
	result := results.at(app, "resources", sprintf(
		"What %s may use is not known yet; wanted are permissions to use it, not to manage it",
		[apps.label(app)],
	))
}

checked contains address if {
	some type in _types
	some address, _ in resources.present[type]
}

_types := ["databricks_app", "databricks_app_space"]
