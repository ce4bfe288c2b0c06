package policies.rules.state.output_not_sensitive_test

import data.policies.rules.state.output_not_sensitive

_state(outputs) := {"document": {"kind": "state", "file": "terraform.tfstate"}, "resources": {}, "outputs": outputs}

_output(sensitive, secrets) := {"pat": {"sensitive": sensitive, "value": "(sensitive value 3f9a12ab)", "secrets": secrets}}

test_a_secret_in_an_open_output_fails if {
	every why in [
		{"kind": "token", "marked": false, "token": "databricks_token"},
		{"kind": "schema", "marked": false},
		{"kind": "marked", "marked": true},
		{"kind": "marked", "marked": false},
	] {
		document := _state(_output(false, {"value": why, "other": {"kind": "named", "marked": false}}))
		output_not_sensitive.deny == {{
			"address": "output.pat",
			"path": "",
			"message": "output.pat holds a secret and is not marked sensitive, so Terraform prints it",
		}} with input as document
		output_not_sensitive.undecided == set() with input as document
		output_not_sensitive.checked == {"output.pat"} with input as document
	}
}

test_a_literal_under_the_name_of_a_secret_is_undecided if {
	document := _state(_output(false, {"client_secret": {"kind": "named", "marked": false}}))
	output_not_sensitive.deny == set() with input as document
	output_not_sensitive.undecided == {{
		"address": "output.pat",
		"path": "",
		"message": "output.pat holds a literal under the name of a secret and is not marked sensitive; nothing says whether it is one",
	}} with input as document
}

test_marked_outputs_pass if {
	every kind in ["token", "schema", "marked", "named"] {
		document := _state(_output(true, {"value": {"kind": kind, "marked": true}}))
		output_not_sensitive.deny == set() with input as document
		output_not_sensitive.undecided == set() with input as document
		output_not_sensitive.checked == {"output.pat"} with input as document
	}
}

test_outputs_without_secrets_pass if {
	document := _state(object.union(_output(false, {}), {"id": {"sensitive": false, "value": "7"}}))
	output_not_sensitive.deny == set() with input as document
	output_not_sensitive.undecided == set() with input as document
	output_not_sensitive.checked == {"output.pat", "output.id"} with input as document
}

test_values_that_come_with_the_apply_are_not_looked_at if {
	document := _state({"id": {"sensitive": false, "unknown": true}})
	output_not_sensitive.deny == set() with input as document
	output_not_sensitive.undecided == set() with input as document
	output_not_sensitive.checked == set() with input as document
}

test_no_outputs if {
	document := {"document": {"kind": "state", "file": "terraform.tfstate"}, "resources": {}}
	output_not_sensitive.deny == set() with input as document
	output_not_sensitive.undecided == set() with input as document
	output_not_sensitive.checked == set() with input as document
}
