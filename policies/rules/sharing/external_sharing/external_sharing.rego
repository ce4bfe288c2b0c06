# METADATA
# scope: package
# title: Metastores share with nobody outside
# description: |
#   Looks at `delta_sharing_scope` of every metastore. With INTERNAL_AND_EXTERNAL data can be shared with anybody who has
#   a token, without an account of Databricks. Metastores of the parameter may do so.
# related_resources:
#   - ref: https://registry.terraform.io/providers/databricks/databricks/latest/docs/resources/metastore
#     description: delta_sharing_scope and delta_sharing_recipient_token_lifetime_in_seconds
# custom:
#   id: DBX-SHR-002
#   severity: medium
#   sets: [strict]
#   resource_types: [databricks_metastore]
#   attributes: [delta_sharing_scope, name]
#   remediation: Set `delta_sharing_scope = "INTERNAL"`, or list the metastore in `sharing_metastores`.
#   controls:
#     nist-800-53: [AC-21, AC-4]
#     cis-controls: ["3.3"]
#     iso-27001: [A.5.14]
#     soc2: [CC6.7]
#   parameters:
#     sharing_metastores:
#       description: Names of metastores that may share with the outside.
#       default: []
#       schema: {type: array, items: {type: string, minLength: 1}, uniqueItems: true}
package policies.rules.sharing.external_sharing

import data.policies.lib.parameters
import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.texts

deny contains result if {
	some metastore in _judged
	metastore.values.delta_sharing_scope == "INTERNAL_AND_EXTERNAL"
	not texts.hidden(metastore, "name")
	result := results.at(metastore, "delta_sharing_scope", "This metastore shares with the outside (INTERNAL_AND_EXTERNAL); wanted is INTERNAL")
}

undecided contains result if {
	some metastore in _judged
	_may_be_external(metastore)
	result := results.at(metastore, "delta_sharing_scope", "Whether this metastore shares with the outside, and may, is not known yet; wanted is INTERNAL")
}

checked contains address if some address, _ in resources.present.databricks_metastore

_judged := [metastore |
	some metastore in resources.present.databricks_metastore
	name := lower(sprintf("%v", [object.get(metastore.values, "name", "")]))
	not _allowed[name]
]

_may_be_external(metastore) if texts.hidden(metastore, "delta_sharing_scope")

_may_be_external(metastore) if {
	metastore.values.delta_sharing_scope == "INTERNAL_AND_EXTERNAL"
	texts.hidden(metastore, "name")
}

_allowed := {lower(name) | some name in parameters.of("DBX-SHR-002", "sharing_metastores")}
