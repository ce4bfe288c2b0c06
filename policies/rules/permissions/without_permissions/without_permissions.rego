# METADATA
# scope: package
# title: Compute, jobs and pipelines have permissions of their own
# description: |
#   Looks for a databricks_permissions on every cluster, job, pipeline, SQL warehouse, cluster policy and
#   instance pool that the document manages, by reference or by id. Without one only who deployed it and the
#   administrators can use it, until somebody gives rights by hand that no review sees. Not looked at:
#   permissions that another configuration manages. Undecided in a plan that covers only a part of the
#   configuration, and where the object of some permissions is not known yet.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/security/auth/access-control/
#     description: Access control lists
# custom:
#   id: DBX-PRM-014
#   severity: low
#   sets: [strict]
#   resource_types: [databricks_cluster, databricks_job, databricks_sql_endpoint, databricks_pipeline, databricks_cluster_policy, databricks_instance_pool]
#   attributes: [id]
#   remediation: Add a `databricks_permissions` for it.
#   controls:
#     sat: [INFO-8, INFO-9]
#     dasf: [DASF 43]
#     nist-800-53: [AC-3, AC-6]
#     cis-controls: ["3.3", "6.8"]
#     iso-27001: [A.5.15, A.5.18, A.8.3]
#     soc2: [CC6.1, CC6.3]
package policies.rules.permissions.without_permissions

import data.policies.lib.permissions
import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.texts

deny contains result if {
	some [attribute, resource] in _without
	count(_reasons[attribute]) == 0
	result := results.at(resource, "", sprintf(
		"%s has no permissions; wanted is a databricks_permissions on it",
		[resource.address],
	))
}

undecided contains result if {
	some [attribute, resource] in _without
	count(_reasons[attribute]) > 0
	result := results.at(resource, "", sprintf(
		"%s has no permissions here, but %s",
		[resource.address, concat(" and ", sort(_reasons[attribute]))],
	))
}

checked contains address if {
	some [_, resource] in _objects
	address := resource.address
}

_without := [[attribute, resource] |
	some [attribute, resource] in _objects
	count(_names(resource) & _named[attribute]) == 0
]

_objects := [[attribute, resource] |
	some type, attribute in _attributes
	some resource in resources.present[type]
]

# A link may name one instance of a counted resource or, without index, all of them.
_names(resource) := {resource.address, regex.replace(resource.address, `\[[^\[\]]*\]$`, "")} | {id |
	id := resource.values.id
}

_named := {attribute: names |
	some attribute in _attributes
	names := {link |
		some resource in permissions.on[attribute]
		some link in resource.links[attribute]
	} | {id |
		some resource in permissions.on[attribute]
		id := resource.values[attribute]
	}
}

_reasons := {attribute: reasons |
	some type, attribute in _attributes
	reasons := _partial | {reason |
		some address, resource in permissions.on[attribute]
		texts.hidden(resource, attribute)
		not _leads_to(resource, attribute, type)
		reason := sprintf("%s may be on it", [address])
	}
}

_leads_to(resource, attribute, type) if {
	some target in resource.links[attribute]
	contains(target, concat("", [type, "."]))
}

_partial := {"the plan covers only a part of the configuration" | input.document.complete == false}

_attributes := {
	"databricks_cluster": "cluster_id",
	"databricks_cluster_policy": "cluster_policy_id",
	"databricks_instance_pool": "instance_pool_id",
	"databricks_job": "job_id",
	"databricks_pipeline": "pipeline_id",
	"databricks_sql_endpoint": "sql_endpoint_id",
}
