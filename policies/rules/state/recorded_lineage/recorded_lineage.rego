# METADATA
# scope: package
# title: State is the one that was recorded
# description: |
#   Looks at the lineage of raw states, and of states of the direct engine of bundles, whose file
#   `lineages` names: another one means that the state was replaced by that of something else, or made
#   anew, and that the next apply makes everything a second time. A state whose file nothing names is
#   undecided; with no lineage recorded nothing is looked at.
# related_resources:
#   - ref: https://developer.hashicorp.com/terraform/cli/commands/state/push
#     description: How Terraform uses lineage and serial
# custom:
#   id: DBX-TFS-003
#   severity: critical
#   sets: [production]
#   resource_types: [terraform]
#   attributes: [lineage]
#   remediation: Restore the state from the backend's history, or record the new lineage after a review.
#   controls:
#     nist-800-53: [CP-9, SC-28, CM-3]
#     cis-controls: ["11.3", "3.11", "4.1"]
#     iso-27001: [A.8.13, A.8.24, A.8.9, A.8.32]
#     soc2: [A1.2, CC6.1, CC8.1]
#   parameters:
#     lineages:
#       description: File, or the end of its path, and the lineage of its state.
#       default: {}
#       schema: {type: object, additionalProperties: {type: string, minLength: 1}}
package policies.rules.state.recorded_lineage

import data.policies.lib.parameters
import data.policies.lib.recorded
import data.policies.lib.results

deny contains result if {
	recorded.matters
	some wanted in _lineages
	lineage := object.get(input.document, "lineage", "")
	lineage != wanted
	result := results.document("lineage", sprintf(`The state's lineage is "%s"; recorded is "%s"`, [lineage, wanted]))
}

undecided contains result if {
	checked[results.document_address]
	_lineages == set()
	result := results.document("lineage", "No lineage is recorded for this file, so that nothing says whether it is the right state")
}

checked contains results.document_address if {
	recorded.matters
	count(_recorded) > 0
}

_lineages := recorded.of(_recorded)

_recorded := parameters.of("DBX-TFS-003", "lineages")
