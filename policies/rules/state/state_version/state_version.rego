# METADATA
# scope: package
# title: State has version 4
# description: |
#   Looks at the version of a raw state. Terraform 0.12 and later, and OpenTofu, write version 4;
#   any other comes from a Terraform without support, or from no Terraform at all, and nothing that
#   is read from such a file can be relied on. tfcheck refuses to read other versions, so this
#   policy is the evidence that the version was looked at. `terraform show -json` does not say the
#   version of the state that it shows.
# related_resources:
#   - ref: https://github.com/hashicorp/terraform/blob/main/internal/states/statefile/version4.go
#     description: The format of version 4
# custom:
#   id: DBX-TFS-001
#   severity: high
#   sets: [baseline]
#   resource_types: [terraform]
#   attributes: [version]
#   remediation: Open the configuration with a supported Terraform and run `terraform apply -refresh-only`, which writes the state anew.
#   controls:
#     nist-800-53: [CP-9, SC-28, CM-3]
#     cis-controls: ["11.3", "3.11"]
#     iso-27001: [A.8.13, A.8.24]
#     soc2: [A1.2, CC6.1]
package policies.rules.state.state_version

import data.policies.lib.documents
import data.policies.lib.results

deny contains result if {
	documents.raw_state
	version := input.document.format_version
	version != "4"
	result := results.document("version", sprintf("The state has version %s; Terraform 0.12 and later write version 4", [version]))
}

# A raw state always says its version.
undecided := set()

checked contains results.document_address if documents.raw_state
