package policies.rules.state.secret_in_state_test

import data.policies.rules.state.secret_in_state

_document(kind, secrets) := {
	"document": {"kind": kind, "file": "terraform.tfstate", "format_version": "4"},
	"resources": {
		"databricks_secret": {"databricks_secret.pw": {
			"address": "databricks_secret.pw", "type": "databricks_secret", "name": "pw", "mode": "managed", "action": "no-op",
			"values": {"key": "pw", "string_value": "(sensitive value 3f9a12ab)"},
			"secrets": secrets,
		}},
		"databricks_job": {"databricks_job.a": {
			"address": "databricks_job.a", "type": "databricks_job", "name": "a", "mode": "managed", "action": "no-op",
			"values": {},
		}},
	},
}

_both := {"databricks_secret.pw", "databricks_job.a"}

test_marked_by_terraform if {
	document := _document("state", {"string_value": {"kind": "marked", "marked": true}})
	secret_in_state.deny == {{
		"address": "databricks_secret.pw",
		"path": "string_value",
		"message": "The state holds string_value of databricks_secret.pw in clear; Terraform marks it as sensitive",
	}} with input as document
	secret_in_state.undecided == set() with input as document
	secret_in_state.checked == _both with input as document
}

test_sensitive_by_schema_whatever_the_state_marks if {
	every marked in [true, false] {
		secret_in_state.deny == {{
			"address": "databricks_secret.pw",
			"path": "auth[0].password",
			"message": "The state holds auth[0].password of databricks_secret.pw in clear; the provider's schema says that it is sensitive",
		}} with input as _document("state", {"auth[0].password": {"kind": "schema", "marked": marked}})
	}
}

test_each_secret_is_a_finding if {
	document := _document("state", {
		"a": {"kind": "schema", "marked": true},
		"b": {"kind": "marked", "marked": true},
	})
	{result.path | some result in secret_in_state.deny} == {"a", "b"} with input as document
}

test_a_copy_of_something_sensitive_is_undecided if {
	document := _document("state", {"key": {"kind": "marked", "marked": false}})
	secret_in_state.deny == set() with input as document
	secret_in_state.undecided == {{
		"address": "databricks_secret.pw",
		"path": "key",
		"message": "key of databricks_secret.pw is or holds a value that is sensitive elsewhere in this state; nothing says whether it is that secret",
	}} with input as document
}

test_other_kinds_are_the_subject_of_another_policy if {
	document := _document("state", {
		"a": {"kind": "named", "marked": false},
		"b": {"kind": "token", "marked": false, "token": "private_key"},
	})
	secret_in_state.deny == set() with input as document
	secret_in_state.undecided == set() with input as document
	secret_in_state.checked == _both with input as document
}

test_a_state_without_secrets_passes if {
	secret_in_state.deny == set() with input as _document("state", {})
	secret_in_state.undecided == set() with input as _document("state", {})
	secret_in_state.checked == _both with input as _document("state", {})
}

test_plans_are_not_looked_at if {
	document := _document("plan", {
		"a": {"kind": "schema", "marked": true},
		"b": {"kind": "marked", "marked": false},
	})
	secret_in_state.deny == set() with input as document
	secret_in_state.undecided == set() with input as document
	secret_in_state.checked == set() with input as document
}
