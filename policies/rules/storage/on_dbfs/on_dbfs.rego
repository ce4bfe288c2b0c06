# METADATA
# scope: package
# title: Tables and volumes are not stored on DBFS
# description: |
#   Looks at where catalogs, schemas, tables and volumes store their data. Everybody in the workspace
#   reads and writes the DBFS root and what is mounted there, whatever Unity Catalog says.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/dbfs/unity-catalog
#     description: DBFS and Unity Catalog
# custom:
#   id: DBX-STO-014
#   severity: medium
#   sets: [strict, production]
#   resource_types: [databricks_catalog, databricks_schema, databricks_sql_table, databricks_volume]
#   attributes: [storage_location, storage_root]
#   remediation: Move the data to an external location, or leave the place to Unity Catalog.
#   controls:
#     sat: [GOV-10, DP-10]
#     nist-800-53: [AC-3, AC-6]
#     cis-controls: ["3.3", "6.8"]
#     iso-27001: [A.5.15, A.5.18, A.8.3]
#     soc2: [CC6.1, CC6.3]
package policies.rules.storage.on_dbfs

import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.storage
import data.policies.lib.texts

deny contains result if {
	some [resource, attribute] in _places
	location := texts.written(resource, attribute)
	regex.match(`^(?i)(dbfs:|/dbfs/|/mnt/)`, location)
	result := results.at(resource, attribute, sprintf("%s is stored on DBFS (%s); wanted is an external location or managed storage", [storage.label(resource), location]))
}

undecided contains result if {
	some [resource, attribute] in _places
	texts.hidden(resource, attribute)
	result := results.at(resource, attribute, sprintf("%s: where it is stored is not known yet; wanted is no place on DBFS", [storage.label(resource)]))
}

checked contains address if {
	some [resource, _] in _places
	address := resource.address
}

_places := [[resource, attribute] |
	some type, attribute in storage.places
	not type in {"databricks_external_location", "databricks_metastore"}
	some resource in resources.present[type]
]
