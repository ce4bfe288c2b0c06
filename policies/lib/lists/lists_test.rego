package policies.lib.lists_test

import data.policies.lib.lists

test_lists if {
	lists.of({"a": [1, "x"]}, "a") == [1, "x"]
	[lists.of(tree, "a") | some tree in [{}, {"a": "x"}, {"a": 5}, {"a": true}, {"a": {"b": 1}}, true]] == [[], [], [], [], [], []]
}

test_texts if {
	lists.texts({"a": ["x", null, 5, "y"]}, "a") == [[0, "x"], [3, "y"]]
	lists.texts({}, "a") == []
}

test_what_is_awaited if {
	resources := [{"unknown": {"a": true}}, {"unknown": true}, {"unknown": {"a": [false, true]}}]
	every resource in resources {
		lists.awaited(resource, "a")
	}
	[resource | some resource in [{}, {"unknown": {"a": [false]}}, {"unknown": {"b": true}}]; lists.awaited(resource, "a")] == []
}
