package policies.rules.state.token_in_document_test

import data.policies.rules.state.token_in_document

_document(kind, resource, outputs) := {
	"document": {"kind": kind, "file": "plan.json"},
	"resources": {"databricks_job": {"databricks_job.a": object.union(
		{
			"address": "databricks_job.a", "type": "databricks_job", "name": "a", "mode": "managed", "action": "update",
			"values": {},
		},
		resource,
	)}},
	"outputs": outputs,
}

_token := {"kind": "token", "marked": false, "token": "databricks_token"}

test_a_token_in_any_kind_of_document if {
	every kind in ["plan", "state", "configuration", "bundle"] {
		document := _document(kind, {"secrets": {"task[0].spark_env_vars[\"T\"]": _token}}, {})
		token_in_document.deny == {{
			"address": "databricks_job.a",
			"path": "task[0].spark_env_vars[\"T\"]",
			"message": "task[0].spark_env_vars[\"T\"] of databricks_job.a holds a value with the form of a credential (databricks token) in clear",
		}} with input as document
		token_in_document.undecided == set() with input as document
		token_in_document.checked == {"databricks_job.a"} with input as document
	}
}

test_a_token_without_a_form if {
	document := _document("plan", {"secrets": {"name": {"kind": "token", "marked": false}}}, {})
	{result.message | some result in token_in_document.deny} == {"name of databricks_job.a holds a value with the form of a credential in clear"} with input as document
}

test_a_token_in_an_output if {
	outputs := {
		"jwt": {"sensitive": true, "value": {"a": "(sensitive value 00)", "b": "(sensitive value 01)"}, "secrets": {
			"a": {"kind": "token", "marked": true, "token": "json_web_token"},
			"b": {"kind": "token", "marked": true, "token": "json_web_token"},
		}},
		"pat": {"sensitive": true, "value": "(sensitive value 02)", "secrets": {"value": {"kind": "marked", "marked": true}}},
		"id": {"sensitive": false, "value": "7"},
		"later": {"sensitive": false, "unknown": true},
	}
	token_in_document.deny == {{
		"address": "output.jwt",
		"path": "",
		"message": "output.jwt holds a value with the form of a credential (json web token) in clear",
	}} with input as _document("state", {}, outputs)
	token_in_document.checked == {"databricks_job.a", "output.jwt", "output.pat", "output.id"} with input as _document("state", {}, outputs)
}

test_a_literal_under_the_name_of_a_secret_is_undecided if {
	document := _document("plan", {"secrets": {"client_secret": {"kind": "named", "marked": false}}}, {})
	token_in_document.deny == set() with input as document
	token_in_document.undecided == {{
		"address": "databricks_job.a",
		"path": "client_secret",
		"message": "client_secret of databricks_job.a is a literal under the name of a secret; nothing says whether it is one",
	}} with input as document
}

test_what_is_known_to_be_sensitive_is_not_looked_at if {
	document := _document(
		"plan", {"secrets": {
			"a": {"kind": "schema", "marked": false},
			"b": {"kind": "marked", "marked": true},
			"c": {"kind": "marked", "marked": false},
		}},
		{},
	)
	token_in_document.deny == set() with input as document
	token_in_document.undecided == set() with input as document
}

test_the_plan_that_takes_a_token_out_passes if {
	every action in ["update", "delete"] {
		document := _document("plan", {"action": action, "before_secrets": {"name": _token}}, {})
		token_in_document.deny == set() with input as document
		token_in_document.checked == {"databricks_job.a"} with input as document
	}
}

test_nothing_to_look_at if {
	document := {"document": {"kind": "plan", "file": "plan.json"}, "resources": {}}
	token_in_document.deny == set() with input as document
	token_in_document.undecided == set() with input as document
	token_in_document.checked == set() with input as document
}
