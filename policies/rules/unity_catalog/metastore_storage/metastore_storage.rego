# METADATA
# scope: package
# title: Catalogs have storage of their own
# description: |
#   Looks at `storage_root` of every catalog that stores data: not one that comes from a share or a connection. Without
#   it managed tables lie in the storage of the metastore, those of all catalogs in one container, and nothing
#   keeps production apart but grants. A metastore without storage takes no such catalog. Where the document
#   does not show the metastore it is undecided.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/connect/unity-catalog/cloud-storage/managed-storage
#     description: Where managed tables lie
# custom:
#   id: DBX-UC-020
#   severity: medium
#   sets: [strict]
#   resource_types: [databricks_catalog]
#   attributes: [storage_root, provider_name, share_name, connection_name]
#   remediation: Set `storage_root` to a path under an external location of the catalog's own.
#   controls:
#     nist-800-53: [AC-4, SC-39, SC-2]
#     cis-controls: ["3.12"]
#     iso-27001: [A.8.22, A.8.3]
#     soc2: [CC6.1]
package policies.rules.unity_catalog.metastore_storage

import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.texts
import data.policies.lib.values

deny contains result if {
	some catalog in _homeless
	_metastores == {true}
	result := results.at(catalog, "storage_root", "This catalog has no storage_root and lies in the storage of the metastore, with those of all others; wanted is a path of its own")
}

undecided contains result if {
	some catalog in _homeless
	answers := _metastores
	not answers in {{true}, {false}}
	result := results.at(catalog, "storage_root", "This catalog has no storage_root, and whether its metastore has storage, where all such catalogs lie, is not known here; wanted is a path of its own")
}

undecided contains result if {
	some catalog in _storing
	values.unknown(catalog, "storage_root")
	result := results.at(catalog, "storage_root", "Where this catalog stores its data is not known yet; wanted is a path of its own")
}

checked contains address if some address, _ in _storing

_homeless := [catalog |
	some catalog in _storing
	texts.written(catalog, "storage_root") == ""
]

_storing := {address: catalog |
	some address, catalog in resources.present.databricks_catalog
	foreign := {attribute |
		some attribute in ["provider_name", "share_name", "connection_name"]
		catalog.values[attribute] != ""
	}
	count(foreign) == 0
}

# Whether the metastores of the document have storage.
_metastores contains has if {
	some metastore in resources.present.databricks_metastore
	has := _has_storage(metastore)
}

_has_storage(metastore) := false if {
	texts.written(metastore, "storage_root") == ""
} else := true
