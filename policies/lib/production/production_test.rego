package policies.lib.production_test

import data.policies.lib.production

_found := {{"address": "a.b", "path": "x", "message": "Bad"}}

_doubt := {{"address": "a.c", "path": "", "message": "Who knows"}}

_answers(document) := answers if {
	answers := {
		"matters": count({answer | answer := production.matters}) == 1,
		"denied": production.denied(_found),
		"undecided": production.undecided(_found, _doubt),
	} with input as {"document": document}
}

test_in_production if {
	_answers({"target": "prod"}) == {"matters": true, "denied": _found, "undecided": _doubt}
}

test_elsewhere if {
	_answers({"target": "dev"}) == {"matters": false, "denied": set(), "undecided": set()}
}

test_nobody_knows if {
	_answers({}) == {"matters": true, "denied": set(), "undecided": (_doubt | {{
		"address": "a.b",
		"path": "x",
		"message": "Bad (nothing says whether this is production)",
	}})}
}
