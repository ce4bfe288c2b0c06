# METADATA
# scope: package
# title: Dashboards ask with the rights of who looks
# description: |
#   Looks at `embed_credentials` of dashboards. With embedded credentials everyone who may open the
#   dashboard sees what its publisher may read, also where their own grants would not let them. True
#   is what the provider takes when nothing is written. Where a dashboard is meant to be read by those
#   who hold no grants, give it a waiver.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/dashboards/share/
#     description: Sharing dashboards, and whose credentials they use
# custom:
#   id: DBX-SQL-008
#   severity: medium
#   sets: [strict]
#   resource_types: [databricks_dashboard]
#   attributes: [embed_credentials, display_name]
#   remediation: Set `embed_credentials = false`.
#   controls:
#     nist-800-53: [AC-3, AC-6]
#     cis-controls: ["3.3", "6.8"]
#     iso-27001: [A.5.15, A.5.18, A.8.3]
#     soc2: [CC6.1, CC6.3]
package policies.rules.sql_warehouses.embedded_credentials

import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.values

deny contains result if {
	some dashboard in resources.present.databricks_dashboard
	not values.unknown(dashboard, "embed_credentials")
	object.get(dashboard.values, "embed_credentials", true) == true
	result := results.at(dashboard, "embed_credentials", sprintf(
		"Dashboard %s shows everyone what its publisher may read (embed_credentials); wanted is false",
		[_name(dashboard)],
	))
}

undecided contains result if {
	some dashboard in resources.present.databricks_dashboard
	values.unknown(dashboard, "embed_credentials")
	result := results.at(dashboard, "embed_credentials", sprintf(
		"Whether dashboard %s shows everyone what its publisher may read is not known yet; wanted is embed_credentials = false",
		[_name(dashboard)],
	))
}

checked contains address if some address, _ in resources.present.databricks_dashboard

_name(dashboard) := sprintf(`"%s"`, [dashboard.values.display_name]) if {
	dashboard.values.display_name
} else := dashboard.address
