# METADATA
# scope: package
# title: Data is reached over encrypted connections
# description: |
#   Looks at where catalogs, schemas, tables, volumes, metastores and external locations store their
#   data. `wasb://` and `http://` are not encrypted on the way, and `adl://` is a store that Azure has
#   switched off.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/connect/unity-catalog/cloud-storage/external-locations
#     description: External locations
#   - ref: https://learn.microsoft.com/en-us/azure/databricks/connect/storage/azure-storage
#     description: Schemes of Azure storage
# custom:
#   id: DBX-STO-006
#   severity: medium
#   sets: [strict, production]
#   resource_types: [databricks_catalog, databricks_external_location, databricks_metastore, databricks_schema, databricks_sql_table, databricks_volume]
#   attributes: [url, storage_location, storage_root]
#   remediation: Move the data to a location with abfss://, s3:// or gs://.
#   controls:
#     nist-800-53: [SC-8, SC-8(1)]
#     cis-controls: ["3.10"]
#     iso-27001: [A.8.24]
#     soc2: [CC6.7]
package policies.rules.storage.insecure_scheme

import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.storage
import data.policies.lib.texts

deny contains result if {
	some [resource, attribute] in _places
	location := texts.written(resource, attribute)
	regex.match(`^(?i)(wasb|http|adl)://`, location)
	result := results.at(resource, attribute, sprintf("%s is stored at %s, without encryption on the way; wanted is abfss://, s3:// or gs://", [storage.label(resource), location]))
}

undecided contains result if {
	some [resource, attribute] in _places
	texts.hidden(resource, attribute)
	result := results.at(resource, attribute, sprintf("%s: where it is stored is not known yet; wanted is abfss://, s3:// or gs://", [storage.label(resource)]))
}

checked contains address if {
	some [resource, _] in _places
	address := resource.address
}

_places := [[resource, attribute] |
	some type, attribute in storage.places
	some resource in resources.present[type]
]
