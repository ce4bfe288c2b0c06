# METADATA
# scope: package
# title: Planning ended without error and put nothing off
# description: |
#   Looks at what a plan says about itself. An errored plan lists only the changes that were found
#   before the error, and a plan that puts changes off (deferred actions) leaves some to a later
#   one: that no policy speaks against them says nothing about the rest. Terraform before 1.5 does
#   not say whether planning failed: undecided. Plans limited by `-target` are the subject of
#   DBX-CHG-002. How old a plan is cannot be judged here, since policies have no clock.
# related_resources:
#   - ref: https://developer.hashicorp.com/terraform/internals/json-format
#     description: complete and errored in the JSON of a plan
# custom:
#   id: DBX-TFS-013
#   severity: medium
#   sets: [baseline]
#   resource_types: [terraform]
#   attributes: [errored, complete]
#   remediation: Correct the error and plan again; check the plans that follow a deferred one as well.
#   controls:
#     nist-800-53: [CM-3, SI-7, SI-10]
#     cis-controls: ["16.1"]
#     iso-27001: [A.8.9, A.8.28]
#     soc2: [CC8.1, PI1.2]
package policies.rules.state.incomplete_plan

import data.policies.lib.documents
import data.policies.lib.results

deny contains result if {
	documents.plan
	input.document.errored == true
	result := results.document("errored", "Planning ended with an error: this plan lists only a part of the changes")
}

deny contains result if {
	documents.plan
	some by_address in input.resources
	some resource in by_address
	reason := resource.deferred
	result := results.at(resource, "", sprintf("The change of %s is put off to a later plan (%s)", [resource.address, reason]))
}

undecided contains result if {
	documents.plan
	object.get(input.document, "errored", "not said") == "not said"
	result := results.document("errored", "This plan does not say whether planning ended with an error; Terraform says so since 1.5")
}

checked contains results.document_address if documents.plan
