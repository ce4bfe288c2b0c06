# METADATA
# scope: package
# title: Each object has one databricks_permissions
# description: |
#   Looks for two databricks_permissions on one object: with the same id, or with a reference to the same
#   resource. A databricks_permissions replaces all that the object had, so each takes away what the other
#   gave, whichever is applied last wins, and every plan shows a change. Names, paths and `authorization`
#   are unique in a workspace only, and a document does not say which resources share one: undecided.
# related_resources:
#   - ref: https://registry.terraform.io/providers/databricks/databricks/latest/docs/resources/permissions
#     description: This resource is authoritative for permissions on objects
# custom:
#   id: DBX-PRM-006
#   severity: high
#   sets: [baseline, strict, production]
#   resource_types: [databricks_permissions]
#   attributes: [job_id, cluster_id, experiment_id, pipeline_id, directory_path, authorization]
#   remediation: Put all `access_control` blocks into one databricks_permissions.
#   controls:
#     nist-800-53: [CM-3, CM-5]
#     cis-controls: ["4.1"]
#     iso-27001: [A.8.9, A.8.32]
#     soc2: [CC8.1]
package policies.rules.permissions.two_for_one_object

import data.policies.lib.access
import data.policies.lib.objects
import data.policies.lib.resources
import data.policies.lib.results

deny contains result if {
	some identity, addresses in _addresses
	count(addresses) > 1
	_is_one_object(identity)
	some address in addresses
	result := _result(address, sprintf(
		"%s has permissions here and in %s, and each replaces the other; wanted is one databricks_permissions",
		[_label(address), concat(", ", sort(addresses - {address}))],
	))
}

undecided contains result if {
	some identity, addresses in _addresses
	count(addresses) > 1
	not _is_one_object(identity)
	some address in addresses
	result := _result(address, sprintf(
		"%s has permissions here and in %s, which replace each other where both are of one workspace",
		[_label(address), concat(", ", sort(addresses - {address}))],
	))
}

checked := access.addresses

_addresses[identity] contains address if {
	some address, resource in resources.present.databricks_permissions
	some identity in objects.of(resource)
}

# An id that is not known yet; one that may be of several resources says nothing.
_addresses[identity] contains address if {
	some address, resource in resources.present.databricks_permissions
	some attribute, targets in resource.links
	not resource.values[attribute]
	count(targets) == 1
	some type, _ in objects.types[attribute]
	by_address := input.resources[type]
	target := targets[0]
	by_address[target]
	identity := [attribute, target]
}

# Ids are unique beyond a workspace, but for the root folder and the root of all models.
_is_one_object(identity) if {
	[attribute, id] := identity
	endswith(attribute, "_id")
	not id in {"0", "root"}
}

_label(address) := objects.label(resources.present.databricks_permissions[address])

_result(address, message) := results.at(resources.present.databricks_permissions[address], "", message)
