package policies.lib.objects_test

import data.policies.lib.objects

_permissions(name, fields) := object.union(
	{
		"address": sprintf("databricks_permissions.%s", [name]),
		"type": "databricks_permissions", "name": name, "mode": "managed",
		"action": "no-op", "values": {},
	},
	fields,
)

_document(fields) := {"resources": {
	"databricks_permissions": {"databricks_permissions.p": _permissions("p", fields)},
	"databricks_job": {
		"databricks_job.j": {
			"address": "databricks_job.j", "type": "databricks_job", "name": "j", "mode": "managed",
			"action": "update", "values": {"id": "12"}, "before": {"id": "12"},
		},
		"databricks_job.other": {
			"address": "databricks_job.other", "type": "databricks_job", "name": "other", "mode": "managed",
			"action": "no-op", "values": {"id": "13"},
		},
	},
	"databricks_query": {"databricks_query.q": {
		"address": "databricks_query.q", "type": "databricks_query", "name": "q", "mode": "managed",
		"action": "no-op", "values": {"id": "8"},
	}},
	"databricks_directory": {"databricks_directory.d": {
		"address": "databricks_directory.d", "type": "databricks_directory", "name": "d", "mode": "managed",
		"action": "delete", "values": {}, "before": {"id": "/a", "path": "/a", "object_id": 77},
	}},
	"databricks_cluster": {"databricks_cluster.c (deposed 00000001)": {
		"address": "databricks_cluster.c (deposed 00000001)", "type": "databricks_cluster", "name": "c",
		"mode": "managed", "action": "delete", "deposed": "00000001", "values": {}, "before": {"id": "0415"},
	}},
	"databricks_pipeline": {"databricks_pipeline.p": {
		"address": "databricks_pipeline.p", "type": "databricks_pipeline", "name": "p", "mode": "managed",
		"action": "replace", "values": {}, "before": {"id": "5"},
	}},
}}

_about(fields) := [label, of] if {
	label := objects.label(_permissions("p", fields)) with input as _document(fields)
	of := objects.of(_permissions("p", fields)) with input as _document(fields)
}

test_known_ids if {
	_about({"values": {"job_id": "12", "id": "/jobs/12", "experiment_id": ""}}) == ["job 12", {["job_id", "12"]}]
	_about({"values": {"sql_endpoint_id": "9"}}) == ["sql endpoint 9", {["sql_endpoint_id", "9"]}]
	_about({"values": {"directory_path": "/a"}}) == ["directory /a", {["directory_path", "/a"]}]
	_about({"values": {"app_name": "chat"}}) == ["app chat", {["app_name", "chat"]}]
}

test_links if {
	known := {"values": {"job_id": "12"}, "links": {"job_id": ["databricks_job.j"]}}
	_about(known) == ["databricks_job.j", {["job_id", "12"]}]
	unknown := {"unknown": {"job_id": true}, "links": {"job_id": ["databricks_job.j"]}}
	_about(unknown) == ["databricks_job.j", {["job_id", "12"]}]
	elsewhere := {"values": {"job_id": "99"}, "links": {"job_id": ["databricks_job.j"]}}
	_about(elsewhere) == ["databricks_job.j", {["job_id", "99"]}]
	unchanged := {"unknown": {"sql_query_id": true}, "links": {"sql_query_id": ["databricks_query.q"]}}
	_about(unchanged) == ["databricks_query.q", {["sql_query_id", "8"]}]
	leaving := {"unknown": {"directory_id": true}, "links": {"directory_id": ["databricks_directory.d"]}}
	_about(leaving) == ["databricks_directory.d", {["directory_id", "77"]}]
}

test_nothing_says_which_object if {
	_about({"unknown": {"job_id": true}}) == ["an object whose job_id is not known yet", set()]
	_about({}) == ["its object", set()]
}

test_objects_that_a_plan_deletes if {
	deleted := objects.deleted with input as _document({})
	deleted == {["directory_path", "/a"], ["directory_id", "77"]}
}

test_every_attribute_is_one_of_the_provider if {
	{attribute | some attribute, _ in objects.types} - {attribute |
		some attribute, _ in data.tfcheck.domain.permission_levels.objects
	} == set()
}

# One line for each kind of object: attribute of the permissions, type, attribute with its id.
test_which_attribute_of_an_object_holds_its_id if {
	{sprintf("%s %s %s", [attribute, type, key]) |
		some attribute, keys in objects.types
		some type, key in keys
	} == {
		"alert_v2_id databricks_alert_v2 id",
		"app_name databricks_app name",
		"cluster_id databricks_cluster id",
		"cluster_policy_id databricks_cluster_policy id",
		"dashboard_id databricks_dashboard id",
		"database_instance_name databricks_database_instance name",
		"directory_id databricks_directory object_id",
		"directory_path databricks_directory path",
		"experiment_id databricks_mlflow_experiment id",
		"instance_pool_id databricks_instance_pool id",
		"job_id databricks_job id",
		"notebook_id databricks_notebook object_id",
		"notebook_path databricks_notebook path",
		"pipeline_id databricks_pipeline id",
		"registered_model_id databricks_mlflow_model registered_model_id",
		"repo_id databricks_repo id",
		"repo_path databricks_repo path",
		"serving_endpoint_id databricks_model_serving serving_endpoint_id",
		"sql_alert_id databricks_alert id",
		"sql_alert_id databricks_sql_alert id",
		"sql_dashboard_id databricks_sql_dashboard id",
		"sql_endpoint_id databricks_sql_endpoint id",
		"sql_query_id databricks_query id",
		"sql_query_id databricks_sql_query id",
		"vector_search_endpoint_id databricks_vector_search_endpoint endpoint_id",
		"workspace_file_id databricks_workspace_file object_id",
		"workspace_file_path databricks_workspace_file path",
	}
}

test_an_unknown_id_of_the_object_is_no_id if {
	document := {"resources": {
		"databricks_permissions": {"databricks_permissions.p": _permissions("p", {
			"unknown": {"job_id": true},
			"links": {"job_id": ["databricks_job.new"]},
		})},
		"databricks_job": {"databricks_job.new": {
			"address": "databricks_job.new", "type": "databricks_job", "name": "new", "mode": "managed",
			"action": "create", "values": {}, "unknown": {"id": true}, "links": {"id": ["x"]},
		}},
	}}
	objects.of(document.resources.databricks_permissions["databricks_permissions.p"]) == set() with input as document
}
