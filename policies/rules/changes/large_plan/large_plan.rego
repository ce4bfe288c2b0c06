# METADATA
# scope: package
# title: Plans change a part of what there is that can be reviewed
# description: |
#   Counts what a plan creates, changes, replaces, destroys and forgets, and which share of what there was it
#   changes. A plan over hundreds of resources is applied without anybody reading it, and one that suddenly
#   touches most of what is there was mostly not meant: another workspace, a renamed module, a lost state.
#   A plan from nothing creates as much as it likes. The share is judged where there were enough resources to
#   speak of one; in a plan that covers only a part of the configuration it may be smaller: undecided.
# related_resources:
#   - ref: https://developer.hashicorp.com/terraform/cli/commands/plan
#     description: Plans, and what they are reviewed for
# custom:
#   id: DBX-CHG-001
#   severity: medium
#   sets: [production]
#   resource_types: [terraform]
#   attributes: [resource_changes, prior_state]
#   remediation: Plan the change in smaller steps, or give the plan a waiver once somebody has read it.
#   controls:
#     nist-800-53: [CM-3]
#   parameters:
#     max_resources:
#       description: The most resources that a plan may change, create or destroy.
#       default: 50
#       schema: {type: integer, minimum: 1}
#     max_percent:
#       description: The largest share, in percent, of what there was that a plan may change or destroy.
#       default: 20
#       schema: {type: integer, minimum: 1, maximum: 100}
#     few:
#       description: Where there were fewer resources than this, the share is not judged.
#       default: 20
#       schema: {type: integer, minimum: 1}
package policies.rules.changes.large_plan

import data.policies.lib.documents
import data.policies.lib.parameters
import data.policies.lib.results

deny contains result if {
	documents.plan
	_before > 0
	_touched > parameters.of("DBX-CHG-001", "max_resources")
	result := results.document("resource_changes", sprintf(
		"This plan touches %v resources; wanted are at most %v",
		[_touched, parameters.of("DBX-CHG-001", "max_resources")],
	))
}

deny contains _share if {
	_is_large
	object.get(input.document, "complete", true)
}

undecided contains _share if {
	_is_large
	input.document.complete == false
}

checked contains results.document_address if documents.plan

_share := results.document("prior_state", sprintf(
	"This plan changes or destroys %v of the %v resources that there are; wanted are at most %v %%",
	[_changed, _before, parameters.of("DBX-CHG-001", "max_percent")],
))

_is_large if {
	documents.plan
	_before >= parameters.of("DBX-CHG-001", "few")
	_changed * 100 > _before * parameters.of("DBX-CHG-001", "max_percent")
}

_touched := _changed + count([action | some action in _actions; action == "create"])

_changed := count([action | some action in _actions; action in {"update", "replace", "delete", "forget"}])

_before := count([action | some action in _actions; action != "create"])

_actions := [resource.action |
	some by_address in input.resources
	some resource in by_address
	resource.mode == "managed"
	not resource.deposed
]
