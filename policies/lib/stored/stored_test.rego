package policies.lib.stored_test

import data.policies.lib.stored
import data.policies.lib.testing_test as given

_places := {"x_a": ["secret", "one.secret", "one.two.secret"], "x_b": ["secret"]}

_found(resources) := found if {
	found := [[secret.resource.address, secret.path, secret.known] | some secret in stored.found(_places)] with input as given.plan(set(), resources)
}

_of(values, unknown) := _found([given.resource("x_a", {"values": values, "unknown": unknown})])

test_what_is_written if {
	_of({"secret": "(sensitive value 3f9a12ab)"}, {}) == [["x_a.x", "secret", true]]
	_of({"one": [{}, {"secret": "s"}]}, {}) == [["x_a.x", "one[1].secret", true]]
	_of({"one": [{"two": [{"secret": "s"}]}]}, {}) == [["x_a.x", "one[0].two[0].secret", true]]
	_of({"secret": 5}, {}) == [["x_a.x", "secret", true]]
	_found([given.resource("x_b", {"values": {"secret": "s"}})]) == [["x_b.x", "secret", true]]
}

test_what_is_none if {
	_of({}, {"id": true}) == []
	_of({"secret": ""}, {}) == []
	_of({"secret": "{{secrets/a/b}}"}, {}) == []
	_of({"one": "secret"}, {}) == []
	_found([given.resource("x_c", {"values": {"secret": "s"}})]) == []
	_found([given.resource("x_a", {"action": "delete", "before": {"secret": "s"}})]) == []
}

test_what_is_not_known_yet if {
	_of({}, {"secret": true}) == [["x_a.x", "secret", false]]
	_of({"one": [{}]}, {"one": [{"secret": true}]}) == [["x_a.x", "one[0].secret", false]]
	_of({}, {"one": true}) == [["x_a.x", "one", false], ["x_a.x", "one", false]]
}

test_what_is_looked_at if {
	document := given.plan(set(), [given.resource("x_a", {}), given.resource("x_c", {}), given.resource("x_b", {"action": "delete"})])
	stored.checked(_places) == {"x_a.x"} with input as document
}
