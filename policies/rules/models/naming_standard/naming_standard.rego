# METADATA
# scope: package
# title: Registered models follow the naming standard
# description: |
#   Compares the name of every registered model, without catalog and schema, with the regular
#   expression of the parameter. A name that follows no rule does not say whose model it is, and
#   rules for access, cost and clean-up that go by names pass it over. The default only refuses what
#   has to be quoted in SQL and paths, beside the hyphen.
# custom:
#   id: DBX-ML-017
#   severity: info
#   sets: [llmops]
#   resource_types: [databricks_registered_model]
#   attributes: [name]
#   remediation: Rename the model, or change the parameter. A new name is a new model without versions.
#   controls:
#     nist-800-53: [CM-8]
#     cis-controls: ["1.1", "3.2"]
#     iso-27001: [A.5.9]
#     soc2: [CC6.1]
#   parameters:
#     name_regex:
#       description: Regular expression for the name (RE2 syntax); anchor it with ^ and $.
#       default: "^[A-Za-z0-9_-]+$"
#       schema: {type: string, minLength: 1}
package policies.rules.models.naming_standard

import data.policies.lib.parameters
import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.texts

deny contains result if {
	some resource in resources.present.databricks_registered_model
	name := texts.written(resource, "name")
	not regex.match(_standard, name)
	result := results.at(resource, "name", sprintf("Registered model is named %q; wanted is a name like %s", [name, _standard]))
}

undecided contains result if {
	some resource in resources.present.databricks_registered_model
	texts.hidden(resource, "name")
	result := results.at(resource, "name", sprintf("The name of this registered model is not known yet; wanted is a name like %s", [_standard]))
}

checked contains address if some address, _ in resources.present.databricks_registered_model

_standard := parameters.of("DBX-ML-017", "name_regex")
