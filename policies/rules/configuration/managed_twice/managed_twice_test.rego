package policies.rules.configuration.managed_twice_test

import data.policies.lib.testing_test as given
import data.policies.rules.configuration.managed_twice as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_two(type, one, other) := [
	given.resource(type, {"address": concat("", [type, ".a"]), "values": one}),
	given.resource(type, {"address": concat("", [type, ".b"]), "values": other}),
]

_in(providers, resources) := _answers(object.union(given.plan(set(), resources), {"providers": providers}))

_one := {"databricks": {"name": "databricks", "full_name": "registry.terraform.io/databricks/databricks"}, "azurerm": {"name": "azurerm", "full_name": "registry.terraform.io/hashicorp/azurerm"}}

_several := object.union(_one, {"databricks.dev": {"name": "databricks"}})

_verdict(providers, resources) := [{result.path | some result in answers.deny}, {result.path | some result in answers.undecided}] if {
	answers := _in(providers, resources)
}

test_the_same_id if {
	_in({}, _two("databricks_job", {"id": "123456789012"}, {"id": "123456789012"})) == {
		"deny": {{
			"address": "databricks_job.b",
			"path": "id",
			"message": `databricks_job.b is managed at databricks_job.a too: both have the id "123456789012"`,
		}},
		"undecided": set(),
		"checked": {"databricks_job.a", "databricks_job.b"},
	}
}

test_the_same_name if {
	scopes := _two("databricks_secret_scope", {"name": "llm"}, {"name": "llm"})
	_in(_one, scopes).deny == {{
		"address": "databricks_secret_scope.b",
		"path": "name",
		"message": `databricks_secret_scope.b is managed at databricks_secret_scope.a too: both have the name "llm"`,
	}}
	_in(_several, scopes) == {
		"deny": set(),
		"undecided": {{
			"address": "databricks_secret_scope.b",
			"path": "name",
			"message": `databricks_secret_scope.b is managed at databricks_secret_scope.a too: both have the name "llm", unless they are in two workspaces`,
		}},
		"checked": {"databricks_secret_scope.a", "databricks_secret_scope.b"},
	}
	_verdict({}, scopes) == [set(), {"name"}]
}

test_names_of_several_parts if {
	names := {"catalog_name": "prod", "schema_name": "llm", "name": "chat"}
	some result in _in(_one, _two("databricks_registered_model", names, names)).deny
	result.message == `databricks_registered_model.b is managed at databricks_registered_model.a too: both have the name "prod.llm.chat"`
	other := object.union(names, {"schema_name": "dev"})
	_verdict(_one, _two("databricks_registered_model", names, other)) == [set(), set()]
	_verdict(_one, _two("databricks_registered_model", {"name": "chat"}, {"name": "chat"})) == [set(), set()]
}

_unique := {
	"databricks_app": {"name": "a"},
	"databricks_catalog": {"name": "a"},
	"databricks_cluster": {"id": "1125-183045-abcd1234"},
	"databricks_cluster_policy": {"name": "a"},
	"databricks_connection": {"name": "a"},
	"databricks_credential": {"name": "a"},
	"databricks_directory": {"path": "/a"},
	"databricks_external_location": {"name": "a"},
	"databricks_job": {"id": "123456789"},
	"databricks_mlflow_experiment": {"name": "/a"},
	"databricks_mlflow_model": {"name": "a"},
	"databricks_model_serving": {"name": "a"},
	"databricks_notebook": {"path": "/a"},
	"databricks_pipeline": {"id": "7c1f0a4e-1111-4222-8333-444455556666"},
	"databricks_recipient": {"name": "a"},
	"databricks_registered_model": {"catalog_name": "a", "schema_name": "b", "name": "c"},
	"databricks_repo": {"path": "/a"},
	"databricks_schema": {"catalog_name": "a", "name": "b"},
	"databricks_secret": {"scope": "a", "key": "b"},
	"databricks_secret_scope": {"name": "a"},
	"databricks_share": {"name": "a"},
	"databricks_sql_table": {"catalog_name": "a", "schema_name": "b", "name": "c"},
	"databricks_storage_credential": {"name": "a"},
	"databricks_volume": {"catalog_name": "a", "schema_name": "b", "name": "c"},
	"databricks_workspace_file": {"path": "/a"},
}

test_what_there_is_once if {
	every type, values in _unique {
		answers := _in(_one, _two(type, values, values))
		count(answers.deny) == 1
		every part in object.keys(values) {
			other := object.union(values, {part: "other"})
			_verdict(_one, _two(type, values, other)) == [set(), set()]
		}
	}
}

test_what_else_there_is if {
	third := given.resource("databricks_secret_scope", {"address": "databricks_secret_scope.c", "values": {"name": "sales"}})
	count(_in(_one, array.concat(_two("databricks_secret_scope", {"name": "llm"}, {"name": "llm"}), [third])).deny) == 1
	experiment := {"id": "290123456789012", "name": "/Shared/chat"}
	other := given.resource("databricks_mlflow_experiment", {"address": "databricks_mlflow_experiment.c", "values": {"id": "290123456789013"}})
	{result.path | some result in _in(_one, array.concat(_two("databricks_mlflow_experiment", experiment, experiment), [other])).deny} == {"id"}
	_in(_one, [given.resource("databricks_permissions", {"values": {"id": "1"}})]) == given.nothing
}

test_a_name_where_an_id_is_not_known_yet if {
	known := {"id": "290123456789012", "name": "/Shared/chat"}
	_verdict(_one, _two("databricks_mlflow_experiment", known, {"name": "/Shared/chat"})) == [{"name"}, set()]
	_verdict(_one, _two("databricks_mlflow_experiment", known, known)) == [{"id"}, set()]
}

test_what_tells_nothing if {
	every values in [{}, {"name": ""}, {"name": 5}, {"name": "(sensitive value 3f9a12ab)"}, {"id": "llm"}, {"id": 123456789012}] {
		_verdict(_one, _two("databricks_secret_scope", values, values)) == [set(), set()]
	}
	_verdict(_one, _two("databricks_job", {"name": "etl"}, {"name": "etl"})) == [set(), set()]
	_verdict(_one, _two("databricks_permissions", {"id": "123456789012"}, {"id": "123456789012"})) == [set(), set()]
}

test_two_workspaces if {
	_verdict(_one, _two(
		"databricks_notebook",
		{"path": "/Shared/a", "provider_config": [{"workspace_id": "1"}]},
		{"path": "/Shared/a", "provider_config": [{"workspace_id": "2"}]},
	)) == [set(), set()]
}

test_what_goes_away_or_is_only_read if {
	staying := given.resource("databricks_job", {"values": {"id": "123456789012"}})
	every fields in [{"action": "delete"}, {"mode": "data", "action": "read"}] {
		other := object.union(given.resource("databricks_job", {"address": "databricks_job.y", "values": {"id": "123456789012"}}), fields)
		_in({}, [staying, other]) == given.passes("databricks_job.x")
	}
}
