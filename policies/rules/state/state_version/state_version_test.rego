package policies.rules.state.state_version_test

import data.policies.rules.state.state_version

_state(version) := {"document": {"kind": "state", "file": "terraform.tfstate", "format_version": version}, "resources": {}}

test_version_4_passes if {
	state_version.deny == set() with input as _state("4")
	count(state_version.undecided) == 0 with input as _state("4")
	state_version.checked == {"terraform"} with input as _state("4")
}

test_other_versions_fail if {
	state_version.deny == {{
		"address": "terraform",
		"path": "version",
		"message": "The state has version 3; Terraform 0.12 and later write version 4",
	}} with input as _state("3")
	state_version.checked == {"terraform"} with input as _state("3")
	count(state_version.deny) == 1 with input as _state("40")
}

test_the_output_of_terraform_show_does_not_say_the_version if {
	state_version.deny == set() with input as _state("1.0")
	state_version.checked == set() with input as _state("1.0")
}

test_plans_are_not_looked_at if {
	plan := {"document": {"kind": "plan", "file": "plan.json", "format_version": "1"}, "resources": {}}
	state_version.deny == set() with input as plan
	state_version.checked == set() with input as plan
}
