# METADATA
# scope: package
# title: Plans for apply cover the whole configuration
# description: |
#   Looks at what a plan says about its own scope. A plan made with `-target` leaves out whatever
#   was not named, so that what is applied is a state of things that no configuration describes and
#   nobody checked. A refresh-only plan takes whatever was changed by hand into the state as if it
#   had been agreed. Both are means for emergencies, not for the way into an environment. A plan
#   with nothing to apply passes. Terraform before 1.8 and OpenTofu do not say whether a plan is
#   complete: undecided. Plans that errored or put changes off are the subject of DBX-TFS-013.
# related_resources:
#   - ref: https://developer.hashicorp.com/terraform/cli/commands/plan
#     description: Planning modes, and what -target is for
# custom:
#   id: DBX-CHG-002
#   severity: medium
#   sets: [baseline, production]
#   resource_types: [terraform]
#   attributes: [complete, refresh_only, applyable]
#   remediation: Plan the whole configuration, without `-target` and `-refresh-only`.
#   controls:
#     nist-800-53: [CM-3]
package policies.rules.changes.partial_plan

import data.policies.lib.documents
import data.policies.lib.results

deny contains result if {
	_applyable == true
	input.document.refresh_only == true
	result := results.document("refresh_only", "This plan is refresh-only: it takes changes made outside Terraform into the state; plan the whole configuration")
}

# Terraform calls a plan incomplete for one of three reasons: an error, deferred changes, -target.
deny contains result if {
	_applyable == true
	input.document.complete == false
	not input.document.errored
	not _defers
	result := results.document("complete", "This plan covers only what -target names; plan the whole configuration")
}

undecided contains result if {
	_applyable == "not said"
	input.document.refresh_only == true
	result := results.document("refresh_only", "This plan is refresh-only and does not say whether there is anything to apply; Terraform says so since 1.8, OpenTofu does not")
}

undecided contains result if {
	_applyable != false
	object.get(input.document, "complete", "not said") == "not said"
	not input.document.refresh_only
	not input.document.errored
	result := results.document("complete", "This plan does not say whether it covers the whole configuration; Terraform says so since 1.8, OpenTofu does not")
}

checked contains results.document_address if documents.plan

_applyable := object.get(input.document, "applyable", "not said") if documents.plan

_defers if {
	some by_address in input.resources
	some resource in by_address
	resource.deferred
}
