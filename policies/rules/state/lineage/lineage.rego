# METADATA
# scope: package
# title: State has a lineage
# description: |
#   Looks at the lineage of a raw state: the UUID that Terraform gives a state when it first writes
#   it and that all its later versions keep. Without it, or with one that was made up by hand,
#   Terraform cannot tell two histories apart, and a push can overwrite the state of something else.
#   `terraform show -json` leaves the lineage out, so a state that came that way is not looked at.
# related_resources:
#   - ref: https://developer.hashicorp.com/terraform/cli/commands/state/push
#     description: How Terraform uses lineage and serial
# custom:
#   id: DBX-TFS-002
#   severity: high
#   sets: [baseline]
#   resource_types: [terraform]
#   attributes: [lineage]
#   remediation: Restore the state from the backend's history, or write it anew with `terraform state pull` and `terraform state push` of an intact version.
#   controls:
#     nist-800-53: [CP-9, SC-28, CM-3]
#     cis-controls: ["11.3", "3.11"]
#     iso-27001: [A.8.13, A.8.24]
#     soc2: [A1.2, CC6.1]
package policies.rules.state.lineage

import data.policies.lib.documents
import data.policies.lib.results

deny contains result if {
	documents.raw_state
	_lineage == ""
	result := results.document("lineage", "The state has no lineage; Terraform gives every state a UUID")
}

deny contains result if {
	documents.raw_state
	_lineage != ""
	not regex.match(`^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$`, _lineage)
	result := results.document("lineage", sprintf("The state's lineage is %q; Terraform gives every state a UUID", [_lineage]))
}

# A raw state says its lineage, or has none.
undecided := set()

checked contains results.document_address if documents.raw_state

_lineage := object.get(input.document, "lineage", "")
