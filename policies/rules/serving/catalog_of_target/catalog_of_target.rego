# METADATA
# scope: package
# title: Serving endpoints serve models of the catalog of their target
# description: |
#   Compares the catalog of every model and function that an endpoint serves with the target that the document is
#   for. Production must not answer with a model that is still tried out, and an endpoint that anyone may
#   change must not give access to what production scores with. A catalog that is listed for one target is
#   closed to the others; targets that are not listed may use any other catalog; Databricks' own models, in
#   `system`, are for all. Without a known target the catalog says nothing: undecided, and `--target`
#   decides. Models of the workspace registry have no catalog and are not looked at.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/machine-learning/mlops/mlops-workflow
#     description: One catalog for each environment
# custom:
#   id: DBX-ML-019
#   severity: high
#   sets: [llmops]
#   resource_types: [databricks_model_serving, databricks_model_serving_provisioned_throughput]
#   attributes: ["config[].served_entities[].entity_name", "config[].served_models[].model_name"]
#   remediation: Take the catalog from the target, such as `entity_name = "${var.target}.chat.bot"`.
#   controls:
#     nist-800-53: [CM-2]
#   parameters:
#     target_catalogs:
#       description: Target → catalogs of its models, as globs; compared without regard to case.
#       default: {prod: [prod]}
#       schema:
#         type: object
#         additionalProperties: {type: array, minItems: 1, items: {type: string, minLength: 1}}
#     shared_catalogs:
#       description: Catalogs that every target may serve from.
#       default: [system]
#       schema: {type: array, items: {type: string, minLength: 1}, uniqueItems: true}
package policies.rules.serving.catalog_of_target

import data.policies.lib.blocks
import data.policies.lib.catalogs
import data.policies.lib.parameters
import data.policies.lib.results
import data.policies.lib.serving
import data.policies.lib.texts

deny contains result if {
	some [model, catalog] in _served
	result := results.at(model.resource, _path(model), sprintf(
		"%s serves a model of catalog %q%s",
		[serving.label(model.resource), catalog, catalogs.fault(_rooms, catalog)],
	))
}

undecided contains result if {
	some [model, catalog] in _served
	count(_rooms) > 0
	not catalogs.target
	result := results.at(model.resource, _path(model), sprintf(
		"%s serves a model of catalog %q, and the target is not known; say it with --target",
		[serving.label(model.resource), catalog],
	))
}

undecided contains result if {
	some model in serving.models
	count(_rooms) > 0
	texts.hidden(model.block, model.name)
	result := results.at(model.resource, _path(model), sprintf(
		"%s: from which catalog it serves a model is not known yet; catalogs are tied to targets",
		[serving.label(model.resource)],
	))
}

checked contains address if some address, _ in serving.endpoints

_path(model) := blocks.attribute(model.block, model.name)

_served := [[model, catalog] |
	some model in serving.models
	name := texts.written(model.block, model.name)
	[catalog, _, _] := split(name, ".")
	folded := lower(catalog)
	not _shared[folded]
]

_shared := {lower(name): true | some name in parameters.of("DBX-ML-019", "shared_catalogs")}

_rooms := catalogs.rooms(parameters.of("DBX-ML-019", "target_catalogs"))
