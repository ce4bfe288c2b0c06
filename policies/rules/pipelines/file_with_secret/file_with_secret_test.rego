package policies.rules.pipelines.file_with_secret_test

import data.policies.lib.testing_test as given
import data.policies.rules.pipelines.file_with_secret as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_types := ["databricks_notebook", "databricks_workspace_file"]

_for(targets, type, fields) := _answers(given.plan(targets, [given.resource(type, fields)]))

_notebook(targets, fields) := _for(targets, "databricks_notebook", fields)

_address := "databricks_notebook.x"

_with(why) := {"values": {"path": "/a", "content_base64": "(sensitive value 3f9a12ab)"}, "secrets": {"content_base64": why}}

test_a_secret_in_a_file if {
	token := {"kind": "token", "marked": false, "token": "databricks_token"}
	every type in _types {
		address := concat(".", [type, "x"])
		_for({"dev"}, type, _with(token)) == given.denied(
			address,
			"content_base64",
			sprintf("%s holds a secret in clear (databricks token); wanted is dbutils.secrets", [address]),
		)
	}
	_notebook({"dev"}, _with({"kind": "named", "marked": false})) == given.undecided(
		_address,
		"content_base64",
		"databricks_notebook.x holds what may be a secret in clear; wanted is dbutils.secrets",
	)
}

test_no_secret if {
	_notebook({"dev"}, {"values": {"path": "/Users/bob@example.com/a", "content_base64": "cHJpbnQoMSk="}, "unknown": {"path": true}}) == given.passes(_address)
	_notebook({"dev"}, {"values": {"path": "/a", "source": "a.py", "content_base64": ""}}) == given.nothing
	_for({"dev"}, "databricks_job", _with({"kind": "named", "marked": false})) == given.nothing
}

test_content_that_is_not_known_yet if {
	_notebook({"dev"}, {"unknown": {"content_base64": true}}) == given.undecided(
		_address,
		"content_base64",
		"Whether databricks_notebook.x holds a secret in clear is not known yet",
	)
}

_home := {"values": {"path": "/Users/bob@example.com/a"}}

_message := `databricks_notebook.x lies at "/Users/bob@example.com/a", in a folder of the person bob@example.com; in production code lies where only deployments write`

test_a_personal_folder if {
	_notebook({"prod"}, _home) == given.denied(_address, "path", _message)
	_notebook({"dev"}, _home) == given.nothing
	_notebook(set(), _home) == given.undecided(_address, "path", given.in_doubt(_message))
}

test_another_folder if {
	_notebook({"prod"}, {"values": {"path": "/Applications/a"}, "unknown": {"id": true}}) == given.passes(_address)
}

test_a_path_that_is_not_known_yet if {
	_notebook({"prod"}, {"unknown": {"path": true}}) == given.undecided(
		_address,
		"path",
		"Where databricks_notebook.x lies is not known yet; in production code lies where only deployments write",
	)
}

test_a_file_that_goes_away if {
	_notebook({"prod"}, {"action": "delete"}) == given.nothing
}
