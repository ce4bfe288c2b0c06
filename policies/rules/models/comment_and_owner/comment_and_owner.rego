# METADATA
# scope: package
# title: Registered models say what they are for and whose they are
# description: |
#   Looks for a comment and an owner on every registered model. Whoever finds the model in the
#   catalog should learn what it does and whom to ask before calling it. An owner that is not
#   written is whoever applies: before the apply, and in a configuration, its absence is no finding.
#   Who a good owner is, is the subject of DBX-ML-006.
# custom:
#   id: DBX-ML-021
#   severity: low
#   sets: [llmops]
#   resource_types: [databricks_registered_model]
#   attributes: [comment, owner]
#   remediation: Add a `comment` that says what the model does, and an `owner`.
#   controls:
#     nist-800-53: [CM-8]
#     cis-controls: ["1.1", "3.2"]
#     iso-27001: [A.5.9]
package policies.rules.models.comment_and_owner

import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.texts
import data.policies.lib.values

deny contains result if {
	some resource in resources.present.databricks_registered_model
	trim_space(texts.written(resource, "comment")) == ""
	result := results.at(resource, "comment", "Registered model has no comment; wanted is what it does and for whom")
}

deny contains result if {
	some resource in resources.present.databricks_registered_model
	_has_been_applied(resource)
	texts.written(resource, "owner") == ""
	result := results.at(resource, "owner", "Registered model has no owner; wanted is a group or a service principal")
}

# A masked comment is there, whatever it says.
undecided contains result if {
	some resource in resources.present.databricks_registered_model
	values.unknown(resource, "comment")
	result := results.at(resource, "comment", "The comment of this registered model is not known yet; wanted is what it does and for whom")
}

checked contains address if some address, _ in resources.present.databricks_registered_model

_has_been_applied(resource) if {
	input.document.kind in {"plan", "state"}
	resource.action in {"no-op", "update"}
}
