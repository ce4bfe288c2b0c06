package policies.rules.changes.imports_and_forgets_test

import data.policies.lib.testing_test as given
import data.policies.rules.changes.imports_and_forgets as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_plan(fields) := _answers(given.plan(set(), [given.resource("x_y", fields)]))

test_an_import if {
	denied := given.denied("x_y.x", "", "The plan imports x_y.x")
	answers := object.union(denied, {"checked": {"terraform"}})
	_plan({"action": "no-op", "importing": "12"}) == answers
	_plan({"action": "update", "importing": ""}) == answers
}

test_one_that_is_let_go if {
	_plan({"action": "forget"}) == object.union(given.denied("x_y.x", "", "The plan forgets x_y.x"), {"checked": {"terraform"}})
}

test_others if {
	every action in ["create", "update", "delete", "no-op", "replace"] {
		_plan({"action": action}) == given.passes("terraform")
	}
}

test_states if {
	_answers(given.state(set(), [given.resource("x_y", {"importing": "12"})])) == given.nothing
}
