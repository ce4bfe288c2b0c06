package policies.rules.models.comment_and_owner_test

import data.policies.rules.models.comment_and_owner as policy

_of(kind, fields) := answers if {
	model := object.union(
		{
			"address": "databricks_registered_model.m", "type": "databricks_registered_model", "name": "m",
			"mode": "managed", "action": "no-op",
		},
		fields,
	)
	document := {
		"document": {"kind": kind, "file": "-"},
		"resources": {"databricks_registered_model": {"databricks_registered_model.m": model}},
	}
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_passes := {"deny": set(), "undecided": set(), "checked": {"databricks_registered_model.m"}}

_denies(path, message) := {
	"deny": {{"address": "databricks_registered_model.m", "path": path, "message": message}},
	"undecided": set(),
	"checked": {"databricks_registered_model.m"},
}

_no_comment := _denies("comment", "Registered model has no comment; wanted is what it does and for whom")

_no_owner := _denies("owner", "Registered model has no owner; wanted is a group or a service principal")

test_a_comment_and_an_owner if {
	_of("state", {"values": {"comment": "Answers questions.", "owner": "ml-team"}}) == _passes
}

test_no_comment if {
	_of("state", {"values": {"comment": "", "owner": "ml-team"}}) == _no_comment
	_of("state", {"values": {"comment": "  ", "owner": "ml-team"}}) == _no_comment
	_of("plan", {"action": "create", "values": {}}) == _no_comment
}

test_a_masked_comment_is_one if {
	_of("state", {"values": {"comment": "(sensitive value 3f9a12ab)", "owner": "ml-team"}}) == _passes
}

test_an_unknown_comment if {
	_of("plan", {"action": "create", "values": {}, "unknown": {"comment": true}}) == {
		"deny": set(),
		"undecided": {{
			"address": "databricks_registered_model.m",
			"path": "comment",
			"message": "The comment of this registered model is not known yet; wanted is what it does and for whom",
		}},
		"checked": {"databricks_registered_model.m"},
	}
}

test_no_owner_after_the_apply if {
	_of("state", {"values": {"comment": "Answers questions.", "owner": ""}}) == _no_owner
	_of("plan", {"action": "no-op", "values": {"comment": "Answers questions."}}) == _no_owner
	_of("plan", {"action": "update", "values": {"comment": "Answers questions."}}) == _no_owner
}

test_an_owner_that_is_computed if {
	values := {"comment": "Answers questions."}
	_of("plan", {"action": "create", "values": values, "unknown": {"owner": true}}) == _passes
	_of("plan", {"action": "create", "values": values}) == _passes
	_of("plan", {"action": "replace", "values": values}) == _passes
	_of("plan", {"action": "update", "values": values, "unknown": {"owner": true}}) == _passes
	_of("configuration", {"values": values}) == _passes
	_of("bundle", {"values": values}) == _passes
}

test_a_model_that_goes_away if {
	_of("plan", {"action": "delete", "values": {}}) == {"deny": set(), "undecided": set(), "checked": set()}
}
