# METADATA
# scope: package
# title: Permission levels are ones that the object takes
# description: |
#   Looks at the level of every entry of every databricks_permissions. Each kind of object takes levels of
#   its own: CAN_RUN is one of a notebook, and none of an experiment. What an object does not take, the
#   provider or the workspace refuses. Levels that are newer than tfcheck's table would be found too.
# related_resources:
#   - ref: https://github.com/databricks/terraform-provider-databricks/blob/main/permissions/permission_definitions.go
#     description: Levels of each kind of object
# custom:
#   id: DBX-PRM-001
#   severity: medium
#   sets: [strict]
#   resource_types: [databricks_permissions]
#   attributes: [job_id, cluster_id, experiment_id, authorization, "access_control[].permission_level"]
#   remediation: Use a level that the object takes.
#   controls:
#     nist-800-53: [CM-3, SI-7, SI-10]
#     cis-controls: ["16.1"]
#     iso-27001: [A.8.9, A.8.28]
#     soc2: [CC8.1, PI1.2]
package policies.rules.permissions.unknown_level

import data.policies.lib.access
import data.policies.lib.levels
import data.policies.lib.objects
import data.policies.lib.permissions
import data.policies.lib.results

deny contains result if {
	some [resource, entry] in access.entries
	entry.decided.level
	some attribute in permissions.attributes[resource.address]
	taken := _taken(resource, attribute)
	level := entry.level
	not taken[level]
	result := results.at(resource, sprintf("%s.permission_level", [entry.path]), sprintf(
		"%s takes no %s; its levels are %s",
		[objects.label(resource), level, concat(", ", sort(taken))],
	))
}

undecided contains result if {
	some [resource, entry] in access.entries
	entry.decided.level == false
	result := results.at(resource, entry.path, sprintf(
		"Which level somebody gets on %s is not known yet; it takes only some",
		[objects.label(resource)],
	))
}

checked := access.addresses

_taken(resource, "authorization") := levels.for_authorization(resource.values.authorization)

_taken(resource, "authorization") := levels.of("authorization") if {
	count({taken | taken := levels.for_authorization(resource.values.authorization)}) == 0
}

_taken(_, attribute) := levels.of(attribute) if attribute != "authorization"
