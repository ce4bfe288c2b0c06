# METADATA
# scope: package
# title: External locations are folders, not whole containers
# description: |
#   Looks at `url` of external locations. One at the root of a bucket or container opens all that lies
#   in it now or later, and leaves no room for another location beside it. A container in which a
#   catalog, schema or metastore of the document keeps what Unity Catalog manages is its own, and is not
#   a finding.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/connect/unity-catalog/cloud-storage/external-locations
#     description: External locations
#   - ref: https://registry.terraform.io/providers/databricks/databricks/latest/docs/resources/external_location
#     description: The resource, and its defaults
# custom:
#   id: DBX-STO-004
#   severity: low
#   sets: [strict]
#   resource_types: [databricks_external_location, databricks_catalog, databricks_schema, databricks_metastore]
#   attributes: [url, storage_root]
#   remediation: Name a folder in `url`, such as abfss://container@account.dfs.core.windows.net/raw.
#   controls:
#     nist-800-53: [AC-3, AC-6]
#     cis-controls: ["3.3", "6.8"]
#     iso-27001: [A.5.15, A.5.18, A.8.3]
#     soc2: [CC6.1, CC6.3]
package policies.rules.storage.location_at_root

import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.storage
import data.policies.lib.texts

deny contains result if {
	some address, location in resources.present.databricks_external_location
	not storage.managed[address]
	url := texts.written(location, "url")
	regex.match(`^[A-Za-z0-9]+://[^/]+/*$`, url)
	result := results.at(location, "url", sprintf("%s is a whole container (%s); wanted is a folder in it", [storage.label(location), url]))
}

undecided contains result if {
	some location in resources.present.databricks_external_location
	texts.hidden(location, "url")
	result := results.at(location, "url", sprintf("%s: whether it is a whole container is not known yet", [storage.label(location)]))
}

checked contains address if some address, _ in resources.present.databricks_external_location
