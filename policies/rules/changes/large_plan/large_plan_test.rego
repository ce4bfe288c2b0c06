package policies.rules.changes.large_plan_test

import data.policies.lib.testing_test as given
import data.policies.rules.changes.large_plan as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_some(action, number) := [given.resource("databricks_job", {"address": sprintf("databricks_job.%s[%d]", [action, i]), "action": action}) |
	some i in numbers.range(1, number)
]

_plan(resources) := _answers(given.plan(set(), resources))

_passes := given.passes("terraform")

_denied(message) := given.denied("terraform", "resource_changes", message)

test_a_small_change if {
	_plan(array.concat(_some("no-op", 40), _some("update", 10))) == _passes
	_plan([]) == _passes
}

test_many_resources if {
	_plan(array.concat(_some("no-op", 1), _some("create", 51))) == _denied("This plan touches 51 resources; wanted are at most 50")
	_plan(array.concat(_some("no-op", 1), _some("create", 50))) == _passes
	every action in ["update", "replace", "delete", "forget"] {
		answers := _plan(array.concat(_some("no-op", 300), _some(action, 51)))
		answers == _denied("This plan touches 51 resources; wanted are at most 50")
	}
}

test_a_plan_from_nothing if {
	_plan(_some("create", 200)) == _passes
}

_most := `This plan changes or destroys 5 of the 20 resources that there are; wanted are at most 20 %`

_large := given.denied("terraform", "prior_state", _most)

test_a_large_share if {
	resources := array.concat(_some("no-op", 15), _some("update", 5))
	_plan(resources) == _large
	document := json.patch(given.plan(set(), resources), [{"op": "add", "path": "/document/complete", "value": false}])
	_answers(document) == given.undecided("terraform", "prior_state", _most)
	small := json.patch(given.plan(set(), _some("no-op", 30)), [{"op": "add", "path": "/document/complete", "value": false}])
	_answers(small) == _passes
	whole := json.patch(given.plan(set(), resources), [{"op": "add", "path": "/document/complete", "value": true}])
	_answers(whole) == _large
	_plan(array.concat(_some("no-op", 16), _some("update", 4))) == _passes
}

test_a_large_share_of_few if {
	_plan(array.concat(_some("no-op", 14), _some("update", 5))) == _passes
}

test_what_is_not_counted if {
	data_sources := [object.union(resource, {"mode": "data", "action": "read", "address": sprintf("data.%s", [resource.address])}) | some resource in _some("read", 60)]
	deposed := [object.union(resource, {"deposed": "a"}) | some resource in _some("delete", 60)]
	_plan(array.concat(_some("no-op", 1), array.concat(data_sources, deposed))) == _passes
	_plan(array.concat(array.concat(_some("no-op", 15), _some("update", 5)), data_sources)) == _large
}

test_other_bounds if {
	bounds := {"DBX-CHG-001": {"max_resources": 1, "max_percent": 50, "few": 2}}
	answers := _plan(array.concat(_some("no-op", 1), _some("update", 2))) with data.tfcheck.parameters as bounds
	count(answers.deny) == 2
}

test_a_state if {
	_answers(given.state(set(), _some("update", 60))) == given.nothing
}
