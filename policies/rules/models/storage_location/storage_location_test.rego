package policies.rules.models.storage_location_test

import data.policies.rules.models.storage_location as policy

_of(fields, containers) := answers if {
	model := object.union(
		{
			"address": "databricks_registered_model.m", "type": "databricks_registered_model", "name": "m",
			"mode": "managed", "action": "no-op",
		},
		fields,
	)
	document := {"resources": {"databricks_registered_model": {"databricks_registered_model.m": model}}}
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
		with data.tfcheck.parameters as {"DBX-ML-018": {"containers": containers}}
}

_at(location) := {"values": {"storage_location": location}}

_passes := {"deny": set(), "undecided": set(), "checked": {"databricks_registered_model.m"}}

_denies(message) := {
	"deny": {{"address": "databricks_registered_model.m", "path": "storage_location", "message": message}},
	"undecided": set(),
	"checked": {"databricks_registered_model.m"},
}

_not_known := {
	"deny": set(),
	"undecided": {{
		"address": "databricks_registered_model.m",
		"path": "storage_location",
		"message": "Where this registered model is stored is not known yet; wanted is a location that Unity Catalog guards, such as abfss://container@account.dfs.core.windows.net",
	}},
	"checked": {"databricks_registered_model.m"},
}

_models := "abfss://models@llmopsprod.dfs.core.windows.net/prod/LLMOps-model"

test_any_container_where_none_is_named if {
	_of(_at(_models), []) == _passes
	_of(_at("ABFSS://c@a.dfs.core.windows.net"), []) == _passes
}

test_an_allowed_container if {
	_of(_at(_models), ["models@llmopsprod.dfs.core.windows.net"]) == _passes
	_of(_at(_models), ["other@x", "Models@*"]) == _passes
	_of(_at("ABFSS://Models@llmopsprod.dfs.core.windows.net/m"), ["models@*"]) == _passes
}

test_another_container if {
	_of(_at(_models), ["features@*", "models@llmopsdev.*"]) == _denies(concat("", [
		"Registered model is stored at abfss://models@llmopsprod.dfs.core.windows.net/prod/LLMOps-model; ",
		"wanted is abfss:// in one of the containers features@*, models@llmopsdev.*",
	]))
}

test_the_path_does_not_make_a_container if {
	location := "abfss://x@evil.dfs.core.windows.net/models@llmopsprod"
	count(_of(_at(location), ["*models@llmopsprod*"]).deny) == 1
}

test_old_and_open_stores if {
	every location in [
		"wasbs://models@llmopsprod.blob.core.windows.net/m",
		"wasb://models@llmopsprod.blob.core.windows.net/m",
		"DBFS:/models/m",
	] {
		_of(_at(location), []) == _denies(sprintf(
			"Registered model is stored at %s; wanted is a location that Unity Catalog guards, such as abfss://container@account.dfs.core.windows.net",
			[location],
		))
	}
}

test_a_store_of_another_cloud if {
	_of(_at("s3://bucket/m"), []) == _passes
	count(_of(_at("s3://bucket/m"), ["models@*"]).deny) == 1
}

test_a_managed_location if {
	_of({"values": {}}, []) == _passes
	_of(_at(""), []) == _passes
	_of(_at("abfss://root@metastore.dfs.core.windows.net/__unitystorage/catalogs/1/models/2"), ["models@*"]) == _passes
}

test_a_location_that_is_not_known if {
	_of({"action": "create", "values": {}, "unknown": {"storage_location": true}}, []) == _not_known
	_of(_at("(sensitive value 3f9a12ab)"), []) == _not_known
}

test_a_model_that_goes_away if {
	_of({"action": "delete", "values": {}}, []) == {"deny": set(), "undecided": set(), "checked": set()}
}

test_no_location_where_containers_are_named if {
	_of({"values": {}}, ["models@*"]) == _passes
	_of(_at(""), ["models@*"]) == _passes
}

test_another_kind_of_store_has_no_such_container if {
	count(_of(_at("other://models@llmopsprod.dfs.core.windows.net/m"), ["models@*"]).deny) == 1
}
