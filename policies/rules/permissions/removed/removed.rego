# METADATA
# scope: package
# title: Plans do not remove permissions of objects that stay
# description: |
#   Looks at the databricks_permissions that a plan deletes. If the object stays, its permissions
#   fall back to its creator and to what it inherits from its folder: those who need it lose it, and
#   others may gain it. Deleting both is in order, and so is a resource that is only taken out of
#   the state. Where another databricks_permissions takes over the same object, Terraform deletes
#   the one and makes the other in an order that no plan tells, and what runs last wins: undecided.
#   An object that is not managed in the same configuration counts as staying.
# related_resources:
#   - ref: https://registry.terraform.io/providers/databricks/databricks/latest/docs/resources/job
#     description: The resource
# custom:
#   id: DBX-PRM-012
#   severity: high
#   sets: [baseline, production]
#   resource_types: [databricks_permissions]
#   attributes: [job_id, experiment_id, cluster_id]
#   remediation: Keep the resource, or write a `moved` block for one that only gets another address.
#   controls:
#     nist-800-53: [CM-3, CM-5]
#     cis-controls: ["4.1"]
#     iso-27001: [A.8.9, A.8.32]
#     soc2: [CC8.1]
package policies.rules.permissions.removed

import data.policies.lib.objects
import data.policies.lib.resources
import data.policies.lib.results

deny contains result if {
	some resource in _removed
	some identity in objects.identities(resource.before)
	_certain[identity[0]]
	count(({identity} - objects.deleted) - _taken_over) == 1
	result := results.at(resource, "", sprintf(
		"The plan deletes the permissions of %s, which stays: it falls back to its creator and to what it inherits",
		[objects.label_of(identity)],
	))
}

undecided contains result if {
	some resource in _removed
	some identity in (objects.identities(resource.before) & _taken_over)
	result := results.at(resource, "", sprintf(
		"The plan deletes these permissions of %s and another databricks_permissions takes over; whether they last depends on which runs last, so write a `moved` block",
		[objects.label_of(identity)],
	))
}

undecided contains result if {
	some resource in _removed
	certain := {identity | some identity in objects.identities(resource.before); _certain[identity[0]]}
	count(certain) == 0
	result := results.at(resource, "", "The plan deletes these permissions, and it does not show whether their object stays")
}

checked contains address if {
	input.document.kind in {"plan", "bundle"}
	some address, resource in input.resources.databricks_permissions
	resource.mode == "managed"
}

_removed[address] := resource if {
	some address, resource in input.resources.databricks_permissions
	resource.action == "delete"
	not resource.deposed
}

# Tokens and passwords are settings of the workspace, which stays.
_certain := object.union({"authorization": true}, objects.types)

# What those that stay are for, as far as it may be the same: few, where permissions are many.
_taken_over contains identity if {
	ids := _removed_ids
	some resource in resources.present.databricks_permissions
	some value in resource.values
	ids[value]
	some identity in objects.of(resource)
}

_taken_over contains identity if {
	some resource in resources.present.databricks_permissions
	some attribute, _ in resource.links
	not resource.values[attribute]
	some identity in objects.of(resource)
}

_removed_ids := {identity[1] | some resource in _removed; some identity in objects.identities(resource.before)}
