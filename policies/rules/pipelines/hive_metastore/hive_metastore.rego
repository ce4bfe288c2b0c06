# METADATA
# scope: package
# title: Pipelines publish to Unity Catalog
# description: |
#   Looks at `catalog` and `storage` of pipelines. Without a catalog a pipeline writes to the Hive
#   metastore, and with `storage` its tables lie where that path is: neither knows the permissions,
#   lineage and audit of Unity Catalog. Gateways of an ingestion name their catalog in a block of
#   their own and are not looked at.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/ldp/unity-catalog
#     description: Unity Catalog with pipelines
# custom:
#   id: DBX-PIP-002
#   severity: medium
#   sets: [strict]
#   resource_types: [databricks_pipeline]
#   attributes: [catalog, storage, gateway_definition]
#   remediation: Set `catalog` and `schema`, and remove `storage`; this makes a new pipeline.
#   controls:
#     sat: [GOV-10]
#     nist-800-53: [AC-3, AC-6]
#     cis-controls: ["3.3", "6.8"]
#     iso-27001: [A.5.15, A.5.18, A.8.3]
#     soc2: [CC6.1, CC6.3]
package policies.rules.pipelines.hive_metastore

import data.policies.lib.pipelines
import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.texts
import data.policies.lib.values

deny contains result if {
	some pipeline in _pipelines
	storage := texts.written(pipeline, "storage")
	storage != ""
	result := results.at(pipeline, "storage", sprintf(
		"%s keeps its tables in %s; wanted is a catalog of Unity Catalog",
		[pipelines.label(pipeline), storage],
	))
}

deny contains result if {
	some pipeline in _pipelines
	texts.written(pipeline, "catalog") == ""
	result := results.at(pipeline, "catalog", sprintf(
		"%s has no catalog, so it writes to the Hive metastore; wanted is a catalog of Unity Catalog",
		[pipelines.label(pipeline)],
	))
}

undecided contains result if {
	some pipeline in _pipelines
	some name in ["catalog", "storage"]
	texts.hidden(pipeline, name)
	_is_open(pipeline, name)
	result := results.at(pipeline, name, sprintf(
		"%s: its %s is not known yet; wanted is a catalog of Unity Catalog",
		[pipelines.label(pipeline), name],
	))
}

checked contains address if some address, _ in _pipelines

_pipelines := {address: pipeline |
	some address, pipeline in resources.present.databricks_pipeline
	values.unset(pipeline, "gateway_definition")
}

_is_open(_, name) if name == "storage"

# A catalog that the same plan makes is one.
_is_open(pipeline, "catalog") if {
	targets := {target | some target in pipeline.links.catalog; input.resources.databricks_catalog[target]}
	count(targets) == 0
}
