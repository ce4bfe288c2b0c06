package policies.lib.texts_test

import data.policies.lib.texts

_is(resource) := {
	"written": {text | text := texts.written(resource, "owner")},
	"hidden": {true | texts.hidden(resource, "owner")},
}

test_a_known_text if {
	_is({"values": {"owner": "ml-team"}, "unknown": {"id": true}}) == {"written": {"ml-team"}, "hidden": set()}
}

test_a_text_that_comes_before_masks if {
	_is({"values": {"owner": "#ml"}}) == {"written": {"#ml"}, "hidden": set()}
}

test_not_set if {
	_is({"values": {}}) == {"written": {""}, "hidden": set()}
	_is({"values": {"owner": ""}}) == {"written": {""}, "hidden": set()}
}

test_unknown if {
	_is({"values": {}, "unknown": {"owner": true}}) == {"written": set(), "hidden": {true}}
	_is({"values": {}, "unknown": true}) == {"written": set(), "hidden": {true}}
	_is({"values": {"owner": "of the past"}, "unknown": {"owner": true}}) == {"written": set(), "hidden": {true}}
}

test_masked if {
	_is({"values": {"owner": "(sensitive value 3f9a12ab)"}}) == {"written": set(), "hidden": {true}}
}

test_what_is_no_text if {
	every value in [5, true, ["ml-team"], [], {"a": "b"}] {
		_is({"values": {"owner": value}}) == {"written": {""}, "hidden": set()}
	}
	_is({"values": {"owner": 5}, "unknown": {"owner": true}}) == {"written": set(), "hidden": {true}}
}

test_what_nobody_wrote if {
	texts.left_out({"action": "no-op", "values": {}}, "owner")
	texts.left_out({"action": "no-op", "values": {"owner": ""}}, "owner")
	texts.left_out({"action": "create", "values": {}, "unknown": {"owner": true}}, "owner")
	texts.left_out({"action": "replace", "values": {}, "unknown": {"owner": true}, "links": {"name": ["a.b"]}}, "owner")
}

test_what_somebody_wrote if {
	linked := {"action": "create", "values": {}, "unknown": {"owner": true}, "links": {"owner": ["databricks_group.g"]}}
	not texts.left_out({"action": "create", "values": {"owner": "ml-team"}}, "owner")
	not texts.left_out({"action": "create", "values": {"owner": "(sensitive value 3f9a12ab)"}}, "owner")
	not texts.left_out(linked, "owner")
	not texts.left_out({"action": "update", "values": {}, "unknown": {"owner": true}}, "owner")
	not texts.left_out({"action": "create", "values": {}, "unknown": true}, "owner")
}
