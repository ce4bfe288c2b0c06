# METADATA
# scope: package
# title: Access is governed by Unity Catalog
# description: |
#   Looks for `databricks_sql_permissions`, the table access control of the Hive metastore. It holds on one workspace and
#   on clusters of one kind, and is neither audited nor inherited. `any_file` opens all storage that clusters
#   reach, past every other grant, and `anonymous_function` lets code run that nobody governs.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/data-governance/table-acls/object-privileges
#     description: Privileges of the Hive metastore
# custom:
#   id: DBX-UC-024
#   severity: high
#   sets: [strict, production]
#   resource_types: [databricks_sql_permissions]
#   attributes: [any_file, anonymous_function, catalog, database, table, view]
#   remediation: Move the data to Unity Catalog, and grant with databricks_grants.
#   controls:
#     sat: [GOV-12]
#     nist-800-53: [AC-3, AC-6]
#     cis-controls: ["3.3", "6.8"]
#     iso-27001: [A.5.15, A.5.18, A.8.3]
#     soc2: [CC6.1, CC6.3]
package policies.rules.unity_catalog.legacy_table_acls

import data.policies.lib.resources
import data.policies.lib.results

deny contains result if {
	some resource in resources.present.databricks_sql_permissions
	some attribute in _opened(resource)
	result := results.at(resource, attribute, sprintf(
		"Table access control grants privileges on %s, which no other grant holds back; wanted is Unity Catalog",
		[attribute],
	))
}

deny contains result if {
	some resource in resources.present.databricks_sql_permissions
	count(_opened(resource)) == 0
	result := results.at(resource, "", "These are privileges of the Hive metastore's table access control; wanted is Unity Catalog")
}

# That it is there says it all.
undecided := set()

# One that goes is what is wanted.
checked contains address if some address, _ in input.resources.databricks_sql_permissions

_opened(resource) := {attribute |
	some attribute in ["any_file", "anonymous_function"]
	resource.values[attribute] == true
}
