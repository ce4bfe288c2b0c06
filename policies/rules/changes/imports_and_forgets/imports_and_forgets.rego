# METADATA
# scope: package
# title: Plans import and forget nothing unseen
# description: |
#   Looks at what a plan takes under Terraform's management, and what it lets go without destroying it.
#   Both change who answers for an object, and neither changes the object, so that a reviewer easily
#   overlooks them. What is meant is approved by a waiver.
# related_resources:
#   - ref: https://developer.hashicorp.com/terraform/language/import
#     description: Import blocks
#   - ref: https://developer.hashicorp.com/terraform/language/resources/syntax#removing-resources
#     description: Removed blocks
# custom:
#   id: DBX-TFS-019
#   severity: info
#   sets: [strict]
#   resource_types: ["*"]
#   remediation: Open a review of the import or removed block, and give what is meant a waiver.
#   controls:
#     nist-800-53: [CM-3, CM-5]
#     cis-controls: ["4.1"]
#     iso-27001: [A.8.9, A.8.32]
#     soc2: [CC8.1]
package policies.rules.changes.imports_and_forgets

import data.policies.lib.documents
import data.policies.lib.results

deny contains result if {
	documents.plan
	some by_address in input.resources
	some resource in by_address
	what := _what(resource)
	result := results.at(resource, "", sprintf("The plan %s %s", [what, resource.address]))
}

# A plan says for certain what it imports and forgets.
undecided := set()

checked contains results.document_address if documents.plan

_what(resource) := "imports" if {
	is_string(resource.importing)
} else := "forgets" if {
	resource.action == "forget"
}
