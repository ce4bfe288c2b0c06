package policies.rules.configuration.provider_schema_test

import data.policies.rules.configuration.provider_schema as policy

_document(type, more) := {"resources": {type: {"r.a": object.union(
	{"address": "r.a", "type": type, "name": "a", "mode": "managed", "action": "create", "values": {}},
	more,
)}}}

_messages(document) := {result.message | some result in found} if {
	found := policy.deny with input as document
		with data.tfcheck.domain.provider_schemas as {"versions": {"databricks": "1.2.3"}}
}

test_an_attribute_that_is_not_there if {
	document := _document("databricks_grants", {"misfits": {"funktion": {"kind": "unknown", "nearest": "function"}}})
	policy.deny == {{
		"address": "r.a",
		"path": "funktion",
		"message": "funktion of r.a is not in the schema of the provider's version 1.2.3; did you mean function?",
	}} with input as document
		with data.tfcheck.domain.provider_schemas as {"versions": {"databricks": "1.2.3"}}
	policy.checked == {"r.a"} with input as document
	policy.undecided == set() with input as document
}

test_nothing_has_a_similar_name if {
	_messages(_document("databricks_grants", {"misfits": {"x": {"kind": "unknown"}}})) == {"x of r.a is not in the schema of the provider's version 1.2.3"}
}

test_a_type_that_is_not_there if {
	document := _document("databricks_jobb", {"misfits": {"": {"kind": "unknown", "nearest": "databricks_job"}}})
	_messages(document) == {"The type databricks_jobb of r.a is not in the schema of the provider's version 1.2.3; did you mean databricks_job?"}
}

test_a_value_of_another_type if {
	document := _document("databricks_job", {"misfits": {"tags": {"kind": "type", "expected": "map(string)"}}})
	_messages(document) == {"tags of r.a is not of the type map(string)"}
}

test_what_is_deprecated if {
	document := _document("databricks_job", {"misfits": {
		"max_retries": {"kind": "deprecated", "instead": "max_retries in a task block"},
		"x": {"kind": "deprecated"},
	}})
	_messages(document) == {"max_retries of r.a is deprecated; use max_retries in a task block", "x of r.a is deprecated"}
}

test_a_resource_that_fits if {
	document := _document("databricks_job", {})
	policy.deny == set() with input as document
	policy.undecided == set() with input as document
	policy.checked == {"r.a"} with input as document
}

test_other_providers if {
	document := _document("azurerm_storage_account", {"misfits": {"x": {"kind": "unknown"}}})
	policy.deny == set() with input as document
	policy.checked == set() with input as document
}

test_a_resource_that_goes_away if {
	document := _document("databricks_job", {"action": "delete", "misfits": {"x": {"kind": "unknown"}}})
	policy.deny == set() with input as document
	policy.checked == set() with input as document
}

test_a_resource_of_which_nothing_is_known if {
	document := _document("databricks_job", {"unknown": true})
	policy.undecided == {{"address": "r.a", "path": "", "message": "Nothing about r.a is known yet"}} with input as document
	policy.undecided == set() with input as _document("databricks_job", {"unknown": {"id": true}})
}

test_the_schema_has_a_version if {
	found := policy.deny with input as _document("databricks_grants", {"misfits": {"x": {"kind": "unknown"}}})
	some result in found
	regex.match(`version [0-9]+[.][0-9]+[.][0-9]+$`, result.message)
}
