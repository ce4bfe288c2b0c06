package policies.lib.values_test

import data.policies.lib.values

_names := ["known", "empty_text", "empty_list", "empty_object", "absent", "whole", "inner"]

_resource := {
	"values": {"known": "x", "empty_text": "", "empty_list": [], "empty_object": {}, "zero": 0, "no": false, "inner": [{}]},
	"unknown": {"whole": true, "inner": [{"a": true}]},
}

test_unknown_is_what_is_unknown_as_a_whole if {
	[name | some name in _names; values.unknown(_resource, name)] == ["whole"]
}

test_of_an_unknown_resource_everything_is_unknown if {
	[name | some name in _names; values.unknown({"values": {}, "unknown": true}, name)] == _names
}

test_of_a_known_resource_nothing_is_unknown if {
	[name | some name in _names; values.unknown({"values": {}}, name)] == []
}

test_unset_is_what_is_absent_or_empty_and_known if {
	[name | some name in _names; values.unset(_resource, name)] == ["empty_text", "empty_list", "empty_object", "absent"]
	not values.unset(_resource, "zero")
	not values.unset(_resource, "no")
	not values.unset({"values": {}, "unknown": true}, "absent")
}

test_masks_are_known_by_their_form if {
	texts := ["(sensitive value 3f9a12ab)", "(sensitive)", "a (sensitive value 3f9a12ab)", "", 5, ["(sensitive value 3f9a12ab)"]]
	[text | some text in texts; values.masked(text)] == ["(sensitive value 3f9a12ab)"]
}

test_elements if {
	values.elements({"a": [1, 2]}, "a") == [1, 2]
	every tree in [{"a": true}, {"a": {"b": 1}}, {"b": [1]}, true] {
		values.elements(tree, "a") == []
	}
}
