# METADATA
# scope: package
# title: Serving endpoints scale to zero outside production
# description: |
#   Looks at `scale_to_zero_enabled` of what serving endpoints serve, where the target is no production. A
#   model that nobody asks then keeps a machine, often one with a GPU, all night. Models scale to zero unless
#   somebody switched it off. External models and functions of Databricks' own run on no machine of yours.
#   Production is not looked at: there the first call should not wait.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/machine-learning/model-serving/production-optimization
#     description: What scaling to zero saves and costs
# custom:
#   id: DBX-ML-015
#   severity: low
#   sets: [cost]
#   resource_types: [databricks_model_serving]
#   attributes: ["config[].served_entities[].scale_to_zero_enabled", "config[].served_models[].scale_to_zero_enabled"]
#   remediation: Set `scale_to_zero_enabled = true` outside production.
#   controls:
#     nist-800-53: [CM-8, AU-6]
#     cis-controls: ["1.1"]
#     iso-27001: [A.5.9, A.8.6]
#     soc2: [A1.1]
package policies.rules.serving.idle_capacity

import data.policies.lib.blocks
import data.policies.lib.production
import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.serving
import data.policies.lib.values

deny contains result if {
	production.elsewhere == true
	some result in _violations
}

undecided contains result if {
	production.elsewhere == "unknown"
	some violation in _violations
	result := production.in_doubt(violation)
}

undecided contains result if {
	production.elsewhere != false
	some model in serving.models
	values.unknown(model.block, "scale_to_zero_enabled")
	result := results.at(model.resource, _path(model), sprintf(
		"%s: whether %s scales to zero is not known yet; wanted is scale_to_zero_enabled = true outside production",
		[serving.label(model.resource), model.block.path],
	))
}

checked contains address if {
	production.elsewhere != false
	some address, _ in resources.present.databricks_model_serving
}

_violations contains result if {
	some model in serving.models
	model.block.values.scale_to_zero_enabled == false
	result := results.at(model.resource, _path(model), sprintf(
		"%s keeps a machine for %s while nobody asks it; wanted is scale_to_zero_enabled = true outside production",
		[serving.label(model.resource), model.block.path],
	))
}

_path(model) := blocks.attribute(model.block, "scale_to_zero_enabled")
