# METADATA
# scope: package
# title: Metastores have no storage of their own
# description: |
#   Looks at `storage_root` of metastores. What all catalogs store in one place cannot be separated
#   later: each catalog wants a storage of its own.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/data-governance/unity-catalog/best-practices
#     description: Best practices of Unity Catalog
#   - ref: https://registry.terraform.io/providers/databricks/databricks/latest/docs/resources/metastore
#     description: The resource
# custom:
#   id: DBX-STO-011
#   severity: low
#   sets: [strict]
#   resource_types: [databricks_metastore]
#   attributes: [storage_root]
#   remediation: Leave `storage_root` out, and give each catalog a `storage_root`.
#   controls:
#     nist-800-53: [AC-4, SC-39, SC-2]
#     cis-controls: ["3.12"]
#     iso-27001: [A.8.22, A.8.3]
#     soc2: [CC6.1]
package policies.rules.storage.metastore_storage

import data.policies.lib.blocks
import data.policies.lib.references
import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.storage

deny contains result if {
	some metastore in resources.present.databricks_metastore
	references.given(metastore, blocks.whole(metastore), "storage_root") == true
	result := results.at(metastore, "storage_root", sprintf(
		"%s stores data of all catalogs in one place (storage_root); wanted is none",
		[storage.label(metastore)],
	))
}

undecided contains result if {
	some metastore in resources.present.databricks_metastore
	references.given(metastore, blocks.whole(metastore), "storage_root") == "unknown"
	result := results.at(metastore, "storage_root", sprintf("%s: whether it has a storage_root is not known yet; wanted is none", [storage.label(metastore)]))
}

checked contains address if some address, _ in resources.present.databricks_metastore
