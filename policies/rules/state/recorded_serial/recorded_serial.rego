# METADATA
# scope: package
# title: State is not older than recorded
# description: |
#   Looks at the serial of raw states, and of states of the direct engine of bundles, whose file
#   `serials` names. It is counted up with every change, so that a lower one means that an old version
#   was put back, or that the state was made anew. A state whose file nothing names is undecided; with
#   no serial recorded nothing is looked at.
# related_resources:
#   - ref: https://developer.hashicorp.com/terraform/cli/commands/state/push
#     description: How Terraform uses lineage and serial
# custom:
#   id: DBX-TFS-004
#   severity: critical
#   sets: [production]
#   resource_types: [terraform]
#   attributes: [serial]
#   remediation: Restore the newest version from the backend's history and find out who put the old one back, or record the new serial after a review.
#   controls:
#     nist-800-53: [CP-9, SC-28, CM-3]
#     cis-controls: ["11.3", "3.11"]
#     iso-27001: [A.8.13, A.8.24]
#     soc2: [A1.2, CC6.1]
#   parameters:
#     serials:
#       description: File, or the end of its path, and the serial of its state when it was last looked at.
#       default: {}
#       schema: {type: object, additionalProperties: {type: integer, minimum: 0}}
package policies.rules.state.recorded_serial

import data.policies.lib.parameters
import data.policies.lib.recorded
import data.policies.lib.results

deny contains result if {
	recorded.matters
	some newest in _serials
	serial := object.get(input.document, "serial", 0)
	serial < newest
	result := results.document("serial", sprintf("The state's serial is %v; %v was recorded before", [serial, newest]))
}

undecided contains result if {
	checked[results.document_address]
	_serials == set()
	result := results.document("serial", "No serial is recorded for this file, so that nothing says whether it is an old version")
}

checked contains results.document_address if {
	recorded.matters
	count(_recorded) > 0
}

_serials := recorded.of(_recorded)

_recorded := parameters.of("DBX-TFS-004", "serials")
