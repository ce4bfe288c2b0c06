package policies.rules.state.failed_check_test

import data.policies.rules.state.failed_check

_document(kind, status, messages) := {
	"document": {"kind": kind, "file": "plan.json"},
	"resources": {},
	"checks": [
		{"address": "check.naming", "kind": "check", "status": status, "messages": messages},
		{"address": "output.o", "kind": "output_value", "status": "pass", "messages": []},
	],
}

_both := {"check.naming", "output.o"}

test_checks_that_hold if {
	document := _document("state", "pass", [])
	failed_check.deny == set() with input as document
	failed_check.undecided == set() with input as document
	failed_check.checked == _both with input as document
}

test_a_check_that_fails if {
	every kind in ["plan", "state"] {
		document := _document(kind, "fail", ["catalog prd must start with lake-"])
		failed_check.deny == {{
			"address": "check.naming",
			"path": "",
			"message": "check.naming failed: catalog prd must start with lake-",
		}} with input as document
		failed_check.undecided == set() with input as document
		failed_check.checked == _both with input as document
	}
}

test_all_messages_are_quoted if {
	document := _document("plan", "fail", ["a is 1", "b is 2"])
	{result.message | some result in failed_check.deny} == {"check.naming failed: a is 1: b is 2"} with input as document
}

test_a_check_that_cannot_be_evaluated if {
	failed_check.deny == {{
		"address": "check.naming",
		"path": "",
		"message": "check.naming could not be evaluated",
	}} with input as _document("state", "error", [])
}

test_a_check_that_waits_for_the_apply if {
	document := _document("plan", "unknown", [])
	failed_check.deny == set() with input as document
	failed_check.undecided == {{
		"address": "check.naming",
		"path": "",
		"message": "check.naming depends on values that are not known yet",
	}} with input as document
	failed_check.checked == _both with input as document
}

test_conditions_are_told_by_what_they_are_about if {
	document := {"document": {"kind": "plan", "file": "plan.json"}, "resources": {}, "checks": [
		{"address": "databricks_job.a", "kind": "resource", "status": "fail", "messages": ["too old"]},
		{"address": "var.env", "kind": "var", "status": "unknown", "messages": []},
	]}
	{result.message | some result in failed_check.deny} == {"A condition of databricks_job.a failed: too old"} with input as document
	{result.message | some result in failed_check.undecided} == {"A condition of var.env depends on values that are not known yet"} with input as document
}

test_no_checks if {
	every checks in [{}, {"checks": []}] {
		document := object.union({"document": {"kind": "plan", "file": "plan.json"}, "resources": {}}, checks)
		failed_check.deny == set() with input as document
		failed_check.undecided == set() with input as document
		failed_check.checked == set() with input as document
	}
}
