# METADATA
# scope: package
# title: Who may do what does not change outside of Terraform
# description: |
#   Looks at what a plan says has changed since the last apply, of the `attributes` of each type: grants
#   and permissions that somebody gave by hand, another owner, another identity that a job runs as; and
#   at objects of these types that are gone. The next apply takes the change back without a word, or,
#   where the configuration leaves it open, keeps it.
#
#   Only these attributes are compared, since providers also read back what nobody changed, such as the
#   time of the last change. What this plan makes has not changed, and a plan that was made with
#   `-refresh=false` has looked for nothing, which it does not say. The direct engine of bundles tells no
#   changes of this kind.
# related_resources:
#   - ref: https://developer.hashicorp.com/terraform/tutorials/state/resource-drift
#     description: Drift, and what to do about it
# custom:
#   id: DBX-TFS-014
#   severity: medium
#   sets: [production]
#   resource_types: [databricks_grants, databricks_grant, databricks_permissions, databricks_job, databricks_catalog]
#   attributes: [grant, privileges, access_control, run_as, owner, isolation_mode]
#   remediation: Let the configuration say what was changed, or apply to take it back; then find out who changed it.
#   controls:
#     nist-800-53: [CM-3, CM-5]
#     cis-controls: ["4.1"]
#     iso-27001: [A.8.9, A.8.32]
#     soc2: [CC8.1]
#   parameters:
#     attributes:
#       description: Resource types, and of each the attributes that nobody may change outside of Terraform.
#       default:
#         databricks_grants: [grant]
#         databricks_grant: [privileges]
#         databricks_permissions: [access_control]
#         databricks_job: [run_as]
#         databricks_catalog: [owner, isolation_mode]
#       schema:
#         type: object
#         additionalProperties: {type: array, items: {type: string, minLength: 1}, uniqueItems: true}
package policies.rules.changes.drift

import data.policies.lib.bundles
import data.policies.lib.documents
import data.policies.lib.parameters
import data.policies.lib.results

deny contains result if {
	some resource in _drifted
	resource.action == "delete"
	result := results.at(resource, "", sprintf("%s was deleted outside of Terraform", [resource.address]))
}

deny contains result if {
	some resource in _drifted
	resource.action == "update"
	some name in _attributes[resource.type]
	before := _said(object.get(resource, "before", {}), name)
	now := _said(resource.values, name)
	before != now
	result := results.at(resource, name, sprintf("%s of %s was changed outside of Terraform%s", [name, resource.address, _how(before, now)]))
}

# A plan says for certain what has changed.
undecided := set()

checked contains address if {
	_is_looked_at
	some type, _ in _attributes
	some address, resource in input.resources[type]
	resource.mode == "managed"
	resource.action != "create"
}

checked contains address if {
	some resource in _drifted
	address := resource.address
}

_drifted contains resource if {
	_is_looked_at
	some type, _ in _attributes
	some resource in input.drift[type]
	resource.mode == "managed"
	resource.action in {"update", "delete"} # else it was only moved
}

_is_looked_at if {
	documents.plan
	not bundles.by_direct_engine
}

# What is not set is null, "" or [], as the provider likes; blocks and sets have no order.
_said(values, name) := {_plain(each) | some each in values[name]} if {
	is_array(values[name])
} else := object.get(values, name, "")

_plain(each) := {key: value |
	some key, value in each
	not value in {"", [], {}}
} if {
	is_object(each)
} else := each

_how(before, now) := sprintf(`, from "%s" to "%s"`, [before, now]) if {
	is_string(before)
	is_string(now)
} else := sprintf(" (%d new, %d gone)", [count(now - before), count(before - now)]) if {
	is_set(before)
	is_set(now)
} else := ""

_attributes := parameters.of("DBX-TFS-014", "attributes")
