package policies.rules.state.lineage_test

import data.policies.rules.state.lineage

_state(document) := {
	"document": object.union({"kind": "state", "file": "terraform.tfstate", "format_version": "4"}, document),
	"resources": {},
}

_finding(message) := {{"address": "terraform", "path": "lineage", "message": message}}

test_a_uuid_passes if {
	some uuid in ["8ac9ae2e-dc90-fc6f-07e9-e0a885d24582", "0AC9AE2E-DC90-FC6F-07E9-E0A885D24582"]
	lineage.deny == set() with input as _state({"lineage": uuid})
	count(lineage.undecided) == 0 with input as _state({"lineage": uuid})
	lineage.checked == {"terraform"} with input as _state({"lineage": uuid})
}

test_no_lineage_fails if {
	expected := _finding("The state has no lineage; Terraform gives every state a UUID")
	lineage.deny == expected with input as _state({})
	lineage.deny == expected with input as _state({"lineage": ""})
	lineage.checked == {"terraform"} with input as _state({})
}

test_a_made_up_lineage_fails if {
	lineage.deny == _finding("The state's lineage is \"prod\"; Terraform gives every state a UUID") with input as _state({"lineage": "prod"})
	every text in [
		"x8ac9ae2e-dc90-fc6f-07e9-e0a885d24582",
		"8ac9ae2e-dc90-fc6f-07e9-e0a885d245820",
		"8ac9ae2e-dc90-fc6f-e0a885d24582",
		"8ac9ae2edc90fc6f07e9e0a885d24582",
		"8ac9ae2g-dc90-fc6f-07e9-e0a885d24582",
	] {
		count(lineage.deny) == 1 with input as _state({"lineage": text})
	}
}

test_the_output_of_terraform_show_has_none if {
	lineage.deny == set() with input as _state({"format_version": "1.0"})
	lineage.deny == set() with input as _state({"format_version": "1.0", "lineage": "prod"})
	lineage.checked == set() with input as _state({"format_version": "1.0"})
}

test_plans_are_not_looked_at if {
	lineage.deny == set() with input as _state({"kind": "plan"})
	lineage.checked == set() with input as _state({"kind": "plan"})
}
