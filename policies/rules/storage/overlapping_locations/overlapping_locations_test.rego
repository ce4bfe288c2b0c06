package policies.rules.storage.overlapping_locations_test

import data.policies.lib.testing_test as given
import data.policies.rules.storage.overlapping_locations as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_location(values, unknown) := given.resource("databricks_external_location", {
	"values": object.union({"name": "a"}, values),
	"unknown": unknown,
})

_alone(values, unknown) := _answers(given.plan(set(), [_location(values, unknown)]))

_address := "databricks_external_location.x"

_two(a, b) := _answers(given.plan(set(), [
	object.union(_location(a, {}), {"address": "l.a"}),
	object.union(_location(object.union(b, {"name": "b"}), {}), {"address": "l.b"}),
]))

_checked := {"l.a", "l.b"}

_overlap(address, message) := {"deny": {{"address": address, "path": "url", "message": message}}, "undecided": set(), "checked": _checked}

test_one_in_the_other if {
	_two({"url": "s3://x/raw/"}, {"url": "s3://x/raw/in"}) == _overlap(
		"l.b",
		`External location "b" (s3://x/raw/in) overlaps External location "a" (s3://x/raw/); wanted are folders beside each other`,
	)
	_two({"url": "s3://x/raw/in"}, {"url": "s3://x"}) == _overlap(
		"l.a",
		`External location "a" (s3://x/raw/in) overlaps External location "b" (s3://x); wanted are folders beside each other`,
	)
}

test_what_has_one_step if {
	count(_two({"url": "x"}, {"url": "x/y"}).deny) == 1
}

test_two_alike if {
	_two({"url": "s3://x/raw"}, {"url": "s3://x/raw/"}) == _overlap(
		"l.b",
		`External location "b" (s3://x/raw/) overlaps External location "a" (s3://x/raw); wanted are folders beside each other`,
	)
}

test_beside_each_other if {
	beside := {"deny": set(), "undecided": set(), "checked": _checked}
	_two({"url": "s3://x/raw"}, {"url": "s3://x/rawer"}) == beside
	_two({"url": "s3://x/raw"}, {"url": "s3://x/rawX"}) == beside
	_two({"url": "s3://x/raw"}, {"url": "s3://y/raw"}) == beside
	_two({"url": ""}, {"url": ""}) == beside
	_two({"url": ["s3://x"]}, {"url": ["s3://x"]}) == beside
}

test_metastores if {
	_two({"url": "s3://x", "metastore_id": "1"}, {"url": "s3://x", "metastore_id": "2"}).deny == set()
	count(_two({"url": "s3://x", "metastore_id": "1"}, {"url": "s3://x", "metastore_id": "1"}).deny) == 1
	count(_two({"url": "s3://x", "metastore_id": "1"}, {"url": "s3://x"}).deny) == 1
}

test_not_known_yet if {
	other := object.union(_location({"url": "s3://x"}, {}), {"address": "l.a"})
	_answers(given.plan(set(), [_location({}, {"url": true}), other])) == {
		"deny": set(),
		"undecided": {{"address": _address, "path": "url", "message": `External location "a": whether it overlaps another one is not known yet`}},
		"checked": {_address, "l.a"},
	}
	_alone({}, {"url": true}) == given.passes(_address)
}

test_a_location_that_goes_away if {
	_answers(given.plan(set(), [given.resource("databricks_external_location", {"action": "delete"})])) == given.nothing
}
