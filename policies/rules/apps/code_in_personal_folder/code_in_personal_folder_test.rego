package policies.rules.apps.code_in_personal_folder_test

import data.policies.lib.testing_test as given
import data.policies.rules.apps.code_in_personal_folder as policy

_answers(targets, fields) := answers if {
	document := given.plan(targets, [given.resource("databricks_app", fields)])
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_address := "databricks_app.x"

_at(path) := {"values": {"name": "chat", "source_code_path": path}}

_message := `App "chat" takes its code from "/Workspace/Users/bob@example.com/chat", a folder of the person bob@example.com; in production code lies where only deployments write`

_bob := "/Workspace/Users/bob@example.com/chat"

test_a_personal_folder if {
	_answers({"prod"}, _at(_bob)) == given.denied(_address, "source_code_path", _message)
	_answers({"prod"}, {"values": {"name": "chat", "default_source_code_path": _bob}}) == given.denied(_address, "default_source_code_path", _message)
}

test_other_folders if {
	every path in ["/Workspace/Applications/chat", "/Workspace/Users/7c1f0a4e/chat", ""] {
		_answers({"prod"}, _at(path)) == given.passes(_address)
	}
	_answers({"prod"}, _at(5)) == given.passes(_address)
	_answers({"prod"}, {"values": {"name": "chat", "description": _bob}}) == given.passes(_address)
}

test_not_known_yet if {
	_answers({"prod"}, {"values": {"name": "chat"}, "unknown": {"source_code_path": true}, "links": {"source_code_path": ["terraform_data.t"]}}) == given.undecided(
		_address, "source_code_path",
		`App "chat": where its code lies is not known yet; in production code lies where only deployments write`,
	)
	_answers({"prod"}, {"values": {"name": "chat"}, "unknown": {"default_source_code_path": true}}) == given.passes(_address)
}

test_other_targets if {
	_answers({"dev"}, _at(_bob)) == given.nothing
	_answers(set(), _at(_bob)) == given.undecided(_address, "source_code_path", given.in_doubt(_message))
}

test_apps_that_go_away if _answers({"prod"}, {"action": "delete"}) == given.nothing
