package policies.rules.unity_catalog.destroyed_objects_test

import data.policies.rules.unity_catalog.destroyed_objects as policy

_types := [
	"databricks_catalog",
	"databricks_schema",
	"databricks_volume",
	"databricks_registered_model",
	"databricks_metastore",
	"databricks_external_location",
	"databricks_storage_credential",
	"databricks_credential",
	"databricks_sql_table",
]

_resource(type, fields) := object.union(
	{"address": sprintf("%s.x", [type]), "type": type, "name": "x", "mode": "managed", "values": {}},
	fields,
)

_of_kind(kind, resource) := answers if {
	document := {
		"document": {"kind": kind, "file": "plan.json"},
		"resources": {resource.type: {resource.address: resource}},
	}
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
		with data.tfcheck.parameters as {"DBX-UC-021": {"types": _types}}
}

_of(resource) := _of_kind("plan", resource)

_nothing := {"deny": set(), "undecided": set(), "checked": set()}

_passes(address) := {"deny": set(), "undecided": set(), "checked": {address}}

_denies(address, message) := {
	"deny": {{"address": address, "path": "", "message": message}},
	"undecided": set(),
	"checked": {address},
}

test_a_schema_that_is_replaced if {
	resource := _resource("databricks_schema", {
		"action": "replace",
		"replace_paths": ["name", "catalog_name"],
		"action_reason": "replace_because_cannot_update",
	})
	_of(resource) == _denies(
		"databricks_schema.x",
		"The plan is to replace databricks_schema.x, since catalog_name, name cannot change in place; its grants and what is in it go with it",
	)
}

test_a_model_that_is_deleted if {
	resource := _resource("databricks_registered_model", {"action": "delete", "action_reason": "delete_because_no_resource_config"})
	_of(resource) == _denies(
		"databricks_registered_model.x",
		"The plan is to delete databricks_registered_model.x (delete_because_no_resource_config); its versions and grants go with it",
	)
}

test_every_type if {
	_losses := {
		"databricks_catalog": "its grants and what is in it go with it",
		"databricks_schema": "its grants and what is in it go with it",
		"databricks_volume": "its grants and the files of a managed volume go with it",
		"databricks_registered_model": "its versions and grants go with it",
		"databricks_metastore": "all that it governs goes with it",
		"databricks_external_location": "what lies there can no longer be reached",
		"databricks_storage_credential": "what it opens can no longer be reached",
		"databricks_credential": "what it opens can no longer be reached",
		"databricks_sql_table": "its grants and the data of a managed table go with it",
	}
	every type in _types {
		address := sprintf("%s.x", [type])
		_of(_resource(type, {"action": "delete"})) == _denies(address, sprintf("The plan is to delete %s; %s", [address, _losses[type]]))
	}
}

test_a_type_of_the_users_own if {
	resource := _resource("databricks_share", {"action": "delete"})
	answers := {"deny": policy.deny} with input as {"document": {"kind": "plan", "file": "-"}, "resources": {"databricks_share": {"databricks_share.x": resource}}}
		with data.tfcheck.parameters as {"DBX-UC-021": {"types": ["databricks_share"]}}
	answers.deny == {{"address": "databricks_share.x", "path": "", "message": "The plan is to delete databricks_share.x"}}
}

test_a_table_is_data_and_a_view_is_none if {
	table := _resource("databricks_sql_table", {"action": "delete", "before": {"table_type": "MANAGED"}})
	count(_of(table).deny) == 1
	every type in ["VIEW", "METRIC_VIEW"] {
		_of(_resource("databricks_sql_table", {"action": "delete", "before": {"table_type": type}})) == _nothing
		_of(_resource("databricks_sql_table", {"action": "no-op", "values": {"table_type": type}})) == _nothing
	}
}

test_what_stays if {
	every action in ["create", "update", "no-op", "forget"] {
		_of(_resource("databricks_schema", {"action": action})) == _passes("databricks_schema.x")
	}
}

test_a_deposed_object_has_been_replaced_already if {
	resource := _resource("databricks_schema", {"action": "delete", "deposed": "12ab34cd"})
	_of(resource) == _passes("databricks_schema.x")
}

test_other_types_and_data_sources if {
	_of(_resource("databricks_cluster", {"action": "delete"})) == _nothing
	_of(_resource("databricks_schema", {"action": "read", "mode": "data"})) == _nothing
}

test_a_state_destroys_nothing if {
	_of_kind("state", _resource("databricks_schema", {"action": "no-op"})) == _nothing
}

test_a_replacement_without_a_named_cause if {
	_of(_resource("databricks_schema", {"action": "replace", "replace_paths": []})) == _denies(
		"databricks_schema.x",
		"The plan is to replace databricks_schema.x; its grants and what is in it go with it",
	)
}

test_a_replacement_with_one_cause if {
	resource := _resource("databricks_volume", {"action": "replace", "replace_paths": ["volume_type"]})
	_of(resource) == _denies(
		"databricks_volume.x",
		"The plan is to replace databricks_volume.x, since volume_type cannot change in place; its grants and the files of a managed volume go with it",
	)
}
