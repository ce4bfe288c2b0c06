# METADATA
# scope: package
# title: Jobs and pipelines of a document belong to one bundle
# description: |
#   Looks at the `deployment` blocks that the Databricks CLI writes into the jobs and pipelines of a
#   bundle. One that names another bundle than the rest, or none while the others do, was moved or
#   added by hand: two deployments fight over it, or none looks after it.
# related_resources:
#   - ref: https://docs.databricks.com/en/dev-tools/bundles/settings.html
#     description: The settings of a bundle
# custom:
#   id: DBX-BND-007
#   severity: medium
#   sets: [production]
#   resource_types: [databricks_job, databricks_pipeline]
#   attributes: ["deployment[].kind", "deployment[].metadata_file_path"]
#   remediation: Let one bundle own the resource, and remove it from the other.
#   controls:
#     nist-800-53: [CM-3, CM-5]
#     cis-controls: ["4.1"]
#     iso-27001: [A.8.9, A.8.32]
#     soc2: [CC8.1]
package policies.rules.bundles.one_owner

import data.policies.lib.blocks
import data.policies.lib.bundles
import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.values

deny contains result if {
	count(_owners) > 1
	some address, path in _owned
	result := results.at(_all[address], "deployment", sprintf(
		"Belongs to the bundle at %s, and others of this document to %s",
		[path, concat(", ", sort(_owners - {path}))],
	))
}

deny contains result if {
	some address in _ownerless
	result := results.at(_all[address], "deployment", sprintf("Belongs to no bundle, and others of this document to %s", [concat(", ", sort(_owners))]))
}

undecided contains result if {
	some address in _unknown
	result := results.at(_all[address], "deployment", "Which bundle this belongs to is not known yet")
}

checked contains address if {
	count(_owners) > 0
	some address, _ in _all
}

checked contains address if {
	count(bundles.written) > 0
	some address, _ in _all
}

checked contains address if some address in _unknown

_all[address] := resource if {
	some type in ["databricks_job", "databricks_pipeline"]
	some address, resource in resources.present[type]
}

_owned[address] := path if {
	some address, resource in _all
	some block in resource.values.deployment
	block.kind == "BUNDLE"
	path := block.metadata_file_path
	path != ""
}

_owners := {path | some path in _owned}

# What databricks.yml declares is of one bundle, wherever that will lie.
_unknown contains address if {
	count(bundles.written) == 0
	some address, resource in _all
	some block in blocks.of(resource.values, blocks.unknown(resource), "deployment")
	block.unknown.metadata_file_path
}

_unknown contains address if {
	count(_owners) > 0
	some address, resource in _all
	values.unknown(resource, "deployment")
}

_ownerless contains address if {
	count(_owners) > 0
	some address, _ in _all
	not _owned[address]
	not _unknown[address]
}
