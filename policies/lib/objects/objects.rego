# METADATA
# title: What a databricks_permissions is for
# description: |
#   `label(resource)` names the object in messages: the resource where there is one, else its id.
#   `label_of(identity)` the same for one identity, such as "job 12".
#   `identities(values)` what `values` (of now or of before) say it is for: {[attribute, id]}.
#   `of(resource)`    the same of one that stays, also where only a link says it.
#   `deleted`         identities of objects that the plan deletes for good.
#   `types[attribute]` type of the resource → the attribute that holds the id; what the provider's page
#                     names, without objects whose ids have several forms
#                     (https://registry.terraform.io/providers/databricks/databricks/latest/docs/resources/permissions).
package policies.lib.objects

import data.policies.lib.permissions

label(resource) := _label(min(_attributes[resource.address]), resource) if {
	count(_attributes[resource.address]) > 0
} else := "its object"

of(resource) := identities(resource.values) | _linked(resource)

label_of(identity) := sprintf("%s %s", [
	replace(regex.replace(identity[0], "_(id|name|path)$", ""), "_", " "),
	identity[1],
])

deleted contains [attribute, id] if {
	some attribute, keys in types
	some type, key in keys
	some resource in input.resources[type]
	resource.action == "delete"
	not resource.deposed
	id := _text(resource.before[key])
}

identities(values) := {[attribute, value] |
	some attribute, value in values
	_objects[attribute]
	value != ""
}

types := {
	"alert_v2_id": {"databricks_alert_v2": "id"},
	"app_name": {"databricks_app": "name"},
	"cluster_id": {"databricks_cluster": "id"},
	"cluster_policy_id": {"databricks_cluster_policy": "id"},
	"dashboard_id": {"databricks_dashboard": "id"},
	"database_instance_name": {"databricks_database_instance": "name"},
	"directory_id": {"databricks_directory": "object_id"},
	"directory_path": {"databricks_directory": "path"},
	"experiment_id": {"databricks_mlflow_experiment": "id"},
	"instance_pool_id": {"databricks_instance_pool": "id"},
	"job_id": {"databricks_job": "id"},
	"notebook_id": {"databricks_notebook": "object_id"},
	"notebook_path": {"databricks_notebook": "path"},
	"pipeline_id": {"databricks_pipeline": "id"},
	"registered_model_id": {"databricks_mlflow_model": "registered_model_id"},
	"repo_id": {"databricks_repo": "id"},
	"repo_path": {"databricks_repo": "path"},
	"serving_endpoint_id": {"databricks_model_serving": "serving_endpoint_id"},
	"sql_alert_id": {"databricks_alert": "id", "databricks_sql_alert": "id"},
	"sql_dashboard_id": {"databricks_sql_dashboard": "id"},
	"sql_endpoint_id": {"databricks_sql_endpoint": "id"},
	"sql_query_id": {"databricks_query": "id", "databricks_sql_query": "id"},
	"vector_search_endpoint_id": {"databricks_vector_search_endpoint": "endpoint_id"},
	"workspace_file_id": {"databricks_workspace_file": "object_id"},
	"workspace_file_path": {"databricks_workspace_file": "path"},
}

_linked(resource) := {[attribute, id] |
	some attribute, targets in resource.links
	not resource.values[attribute]
	some type, key in types[attribute]
	by_address := input.resources[type]
	some target in targets
	made := by_address[target]
	some side in ["values", "before"]
	values := made[side]
	id := _text(values[key])
}

# A rule is evaluated once; the way through `data` costs the embedded engine ten times a call.
_objects := data.tfcheck.domain.permission_levels.objects

# A rule, since regorus finds an imported one undefined in a function that another package calls.
_attributes := permissions.attributes

_label(attribute, resource) := target if {
	target := resource.links[attribute][0]
} else := label_of([attribute, id]) if {
	id := resource.values[attribute]
} else := sprintf("an object whose %s is not known yet", [attribute])

# An object_id is a number in the object and a text in its permissions.
_text(id) := sprintf("%v", [id])
