package policies.rules.configuration.required_tags_test

import data.policies.lib.testing_test as given
import data.policies.rules.configuration.required_tags as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_of(type, fields) := _answers(given.plan(set(), [given.resource(type, fields)]))

_map := {"costcenter": "1", "Owner": "etl", "Environment": "dev"}

_list := [{"key": key, "value": value} | some key, value in _map]

_lists := [["databricks_ai_search_endpoint", "custom_tags"], ["databricks_database_instance", "custom_tags"], ["databricks_model_serving", "tags"], ["databricks_model_serving_provisioned_throughput", "tags"], ["databricks_mlflow_experiment", "tags"], ["databricks_mlflow_model", "tags"]]

_maps := [["databricks_mws_workspaces", "custom_tags"], ["databricks_job", "tags"], ["databricks_pipeline", "tags"], ["azurerm_databricks_access_connector", "tags"], ["azurerm_databricks_workspace", "tags"], ["azurerm_private_endpoint", "tags"], ["azurerm_storage_account", "tags"]]

test_all_tags if {
	every pair in _lists {
		[type, attribute] := pair
		_of(type, {"values": {attribute: _list}}) == given.passes(concat("", [type, ".x"]))
	}
	every pair in _maps {
		[type, attribute] := pair
		_of(type, {"values": {attribute: _map}}) == given.passes(concat("", [type, ".x"]))
	}
}

_lacks(type, attribute, tags) := given.denied(concat("", [type, ".x"]), attribute, sprintf("%s.x lacks the tags %s", [type, tags]))

test_missing_tags if {
	every pair in array.concat(_lists, _maps) {
		[type, attribute] := pair
		every values in [{}, {attribute: []}, {attribute: {}}] {
			_of(type, {"values": values}) == _lacks(type, attribute, "CostCenter, Environment, Owner")
		}
	}
	_of("databricks_mlflow_experiment", {"values": {"tags": [{"key": "owner"}, {"key": 5}]}}) == _lacks("databricks_mlflow_experiment", "tags", "CostCenter, Environment")
	_of("azurerm_storage_account", {"values": {"tags": {"OWNER": "x", "environment": "y"}}}) == _lacks("azurerm_storage_account", "tags", "CostCenter")
	_of("azurerm_storage_account", {"values": {"tags": {"OWNER": "x"}}}) == _lacks("azurerm_storage_account", "tags", "CostCenter, Environment")
	_of("azurerm_storage_account", {"values": {"tags": "none"}}) == _lacks("azurerm_storage_account", "tags", "CostCenter, Environment, Owner")
}

test_jobs_with_clusters if {
	_of("databricks_job", {"values": {"new_cluster": [{}]}}) == given.nothing
}

test_not_known_yet if {
	_of("databricks_mlflow_experiment", {"unknown": {"tags": true}}) == given.undecided(
		"databricks_mlflow_experiment.x", "tags",
		"Whether databricks_mlflow_experiment.x has the tags CostCenter, Environment, Owner is not known yet",
	)
	_of("databricks_mlflow_experiment", {
		"values": {"tags": [{"key": "owner"}, {"value": "1"}]},
		"unknown": {"tags": [false, {"key": true}]},
	}) == given.undecided(
		"databricks_mlflow_experiment.x", "tags",
		"Whether databricks_mlflow_experiment.x has the tags CostCenter, Environment is not known yet",
	)
	_of("databricks_mlflow_experiment", {"unknown": {"tags": [{"key": true}]}}).deny == set()
	count(_of("databricks_mlflow_experiment", {"values": {"tags": [{"key": "owner"}]}, "unknown": {"tags": [{"value": true}]}}).deny) == 1
	more := {"values": {"tags": _list}, "unknown": {"tags": [false, false, false, {"key": true}]}}
	_of("databricks_mlflow_experiment", more) == given.passes("databricks_mlflow_experiment.x")
	values := {"values": {"tags": _list}, "unknown": {"tags": [{"value": true}]}}
	_of("databricks_mlflow_experiment", values) == given.passes("databricks_mlflow_experiment.x")
	_of("azurerm_storage_account", {"values": {"tags": _map}, "unknown": {"tags": {"Owner": true}}}) == given.passes("azurerm_storage_account.x")
}

test_other_tags if {
	none := {"DBX-CFG-005": {"required_tags": []}}
	answers := _of("azurerm_storage_account", {}) with data.tfcheck.parameters as none
	answers == given.passes("azurerm_storage_account.x")
	one := {"DBX-CFG-005": {"required_tags": ["Owner"]}}
	bare := _of("azurerm_storage_account", {}) with data.tfcheck.parameters as one
	bare == _lacks("azurerm_storage_account", "tags", "Owner")
	unknown := _of("azurerm_storage_account", {"unknown": {"tags": true}}) with data.tfcheck.parameters as one
	count(unknown.undecided) == 1
}

test_what_goes_away if {
	_of("azurerm_storage_account", {"action": "delete"}) == given.nothing
}
