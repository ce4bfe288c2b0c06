package policies.rules.state.tainted_or_deposed_test

import data.policies.rules.state.tainted_or_deposed

_document(kind, resource) := {
	"document": {"kind": kind, "file": "terraform.tfstate"},
	"resources": {"databricks_token": {
		"databricks_token.t": object.union(
			{
				"address": "databricks_token.t", "type": "databricks_token", "name": "t", "mode": "managed",
				"action": "no-op", "values": {},
			},
			resource,
		),
		"databricks_token.u": {
			"address": "databricks_token.u", "type": "databricks_token", "name": "u", "mode": "managed",
			"action": "no-op", "values": {},
		},
	}},
}

_both := {"databricks_token.t", "databricks_token.u"}

test_tainted if {
	document := _document("state", {"tainted": true})
	tainted_or_deposed.deny == {{
		"address": "databricks_token.t",
		"path": "",
		"message": "databricks_token.t is tainted: an apply that made it failed, or it was declared broken",
	}} with input as document
	count(tainted_or_deposed.undecided) == 0 with input as document
	tainted_or_deposed.checked == _both with input as document
}

test_deposed if {
	every more in [{}, {"tainted": true}] {
		resource := object.union({"address": "databricks_token.t (deposed e12d216e)", "deposed": "e12d216e"}, more)
		tainted_or_deposed.deny == {{
			"address": "databricks_token.t (deposed e12d216e)",
			"path": "",
			"message": "databricks_token.t (deposed e12d216e) was replaced, but could not be destroyed",
		}} with input as _document("state", resource)
	}
}

test_intact_objects_pass if {
	tainted_or_deposed.deny == set() with input as _document("state", {})
	tainted_or_deposed.checked == _both with input as _document("state", {})
}

test_data_sources_are_not_looked_at if {
	document := _document("state", {"mode": "data", "tainted": true})
	tainted_or_deposed.deny == set() with input as document
	tainted_or_deposed.checked == {"databricks_token.u"} with input as document
}

test_the_plan_that_clears_it_away_passes if {
	every resource in [{"tainted": true, "action": "replace"}, {"deposed": "e12d216e", "action": "delete"}] {
		tainted_or_deposed.deny == set() with input as _document("plan", resource)
		tainted_or_deposed.checked == set() with input as _document("plan", resource)
	}
}
