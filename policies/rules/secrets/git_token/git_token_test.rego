package policies.rules.secrets.git_token_test

import data.policies.lib.testing_test as given
import data.policies.rules.secrets.git_token as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_cases := [
	{"type": "databricks_git_credential", "path": "personal_access_token", "values": {"personal_access_token": "(sensitive value 3f9a12ab)"}, "unknown": {"personal_access_token": true}},
]

_address(case) := sprintf("%s.x", [case.type])

_of(case, fields) := _answers(given.plan(set(), [given.resource(case.type, fields)]))

test_a_secret_that_is_written if {
	every case in _cases {
		_of(case, {"values": case.values}) == given.denied(_address(case), case.path, sprintf("The token of a Git host in %s stands in plan and state", [_address(case)]))
	}
}

test_nothing_is_written if {
	every case in _cases {
		_of(case, {"values": {"name": "a"}, "unknown": {"id": true}}) == given.passes(_address(case))
	}
}

test_not_known_yet if {
	every case in _cases {
		_of(case, {"values": {key: [{}] | some key, _ in case.unknown}, "unknown": case.unknown}) == given.undecided(_address(case), case.path, sprintf("Whether %s gets a token of a Git host is not known yet", [_address(case)]))
	}
}

test_one_that_goes_away if {
	every case in _cases {
		_of(case, {"action": "delete", "before": case.values}) == given.nothing
	}
}
