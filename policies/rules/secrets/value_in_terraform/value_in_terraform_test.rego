package policies.rules.secrets.value_in_terraform_test

import data.policies.lib.testing_test as given
import data.policies.rules.secrets.value_in_terraform as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_cases := [
	{"type": "databricks_secret", "path": "string_value", "values": {"string_value": "(sensitive value 3f9a12ab)"}, "unknown": {"string_value": true}},
	{"type": "databricks_secret_uc", "path": "value", "values": {"value": "(sensitive value 3f9a12ab)"}, "unknown": {"value": true}},
]

_address(case) := sprintf("%s.x", [case.type])

_of(case, fields) := _answers(given.plan(set(), [given.resource(case.type, fields)]))

test_a_secret_that_is_written if {
	every case in _cases {
		_of(case, {"values": case.values}) == given.denied(_address(case), case.path, sprintf("The value of the secret %s stands in plan and state; write it through string_value_wo or outside of Terraform", [_address(case)]))
	}
}

test_nothing_is_written if {
	every case in _cases {
		_of(case, {"values": {"name": "a"}, "unknown": {"id": true}}) == given.passes(_address(case))
	}
}

test_not_known_yet if {
	every case in _cases {
		_of(case, {"values": {key: [{}] | some key, _ in case.unknown}, "unknown": case.unknown}) == given.undecided(_address(case), case.path, sprintf("What is known of the value of the secret %s only after apply may then stand in the state", [_address(case)]))
	}
}

test_one_that_goes_away if {
	every case in _cases {
		_of(case, {"action": "delete", "before": case.values}) == given.nothing
	}
}
