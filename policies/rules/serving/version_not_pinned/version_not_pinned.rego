# METADATA
# scope: package
# title: Serving endpoints name the version of a model
# description: |
#   Looks at the version of every model that an endpoint serves. A version that is read from a data source
#   changes with whoever registers a new one, or moves an alias: the next apply, for whatever reason, brings
#   it into service, and no review has seen it. Where a model without a version stands in the same document,
#   Databricks refuses the endpoint. Any other entity without one is a feature function, and passes.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/machine-learning/model-serving/create-manage-serving-endpoints
#     description: Serving endpoints and the versions that they serve
# custom:
#   id: DBX-ML-012
#   severity: medium
#   sets: [strict]
#   resource_types: [databricks_model_serving, databricks_model_serving_provisioned_throughput]
#   attributes:
#     - config[].served_entities[].entity_name
#     - config[].served_entities[].entity_version
#     - config[].served_models[].model_version
#   remediation: Write the version, such as `entity_version = "7"`, or take it from a variable that the pipeline sets.
#   controls:
#     nist-800-53: [CM-3, CM-5]
#     cis-controls: ["4.1"]
#     iso-27001: [A.8.9, A.8.32]
#     soc2: [CC8.1]
package policies.rules.serving.version_not_pinned

import data.policies.lib.blocks
import data.policies.lib.models
import data.policies.lib.results
import data.policies.lib.serving
import data.policies.lib.texts

deny contains result if {
	some model in serving.models
	some source in _read_from(model)
	result := results.at(model.resource, _path(model), sprintf(
		"%s takes the version of a model from %s, whatever that is when it is applied; wanted is a version in the configuration",
		[serving.label(model.resource), source],
	))
}

deny contains result if {
	some model in serving.models
	texts.written(model.block, model.version) == ""
	count(_read_from(model)) == 0
	_is_registered_here(model)
	result := results.at(model.resource, _path(model), sprintf(
		"%s serves %q without a version; wanted is a version in the configuration",
		[serving.label(model.resource), model.block.values[model.name]],
	))
}

undecided contains result if {
	some model in serving.models
	texts.hidden(model.block, model.version)
	count(_read_from(model)) == 0
	result := results.at(model.resource, _path(model), sprintf(
		"%s: which version of a model it serves is not known yet; wanted is a version in the configuration",
		[serving.label(model.resource)],
	))
}

checked contains address if some address, _ in serving.endpoints

_path(model) := blocks.attribute(model.block, model.version)

_read_from(model) := {source |
	some source in model.resource.links[_path(model)]
	regex.match(`(^|\.)data\.`, source)
}

_is_registered_here(model) if {
	name := model.block.values[model.name]
	is_string(name)
	_names[lower(name)]
}

_names := {lower(name): true |
	some registered in input.resources.databricks_registered_model
	name := models.name(registered.values)
}
