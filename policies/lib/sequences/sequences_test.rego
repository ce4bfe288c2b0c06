package policies.lib.sequences_test

import data.policies.lib.sequences

_chain(length) := {sprintf("n%d", [i]): {sprintf("n%d", [i - 1])} | some i in numbers.range(1, length - 1)}

_diamond := {"b": {"a"}, "c": {"a"}, "d": {"b", "c"}}

# Each node waits for all of the layer before: graph.reachable would take 5^40 steps.
_layers := {sprintf("%d-%d", [layer, i]): {sprintf("%d-%d", [layer - 1, j]) | some j in numbers.range(1, 5)} |
	some layer in numbers.range(1, 40)
	some i in numbers.range(1, 5)
}

test_no_circle if {
	sequences.endless({}) == set()
	sequences.endless({"b": {"a"}}) == set()
	sequences.endless(_diamond) == set()
	sequences.endless(_layers) == set()
}

test_the_longest_sequence_is_no_circle if sequences.endless(_chain(1024)) == set()

test_circles_of_any_length if {
	sequences.endless({"a": {"a"}}) == {"a"}
	sequences.endless({"a": {"b"}, "b": {"a"}}) == {"a", "b"}
	sequences.endless({"a": {"b"}, "b": {"c"}, "c": {"a"}}) == {"a", "b", "c"}
	count(sequences.endless(object.union(_chain(1000), {"n0": {"n999"}}))) == 1000
}

test_what_comes_after_a_circle_never_starts if {
	before := {"b": {"a"}, "c": {"b", "d"}, "d": {"c"}, "e": {"d"}, "f": {"a"}}
	sequences.endless(before) == {"c", "d", "e"}
}

test_depths if {
	sequences.depths({}, {"a"}) == {"a": 0}
	sequences.depths({"a": set(), "b": {"a"}}, {"a", "b"}) == {"a": 0, "b": 1}
	sequences.depths(_diamond, {"a", "b", "c", "d"}) == {"a": 0, "b": 1, "c": 1, "d": 2}
}

test_the_longest_way_counts if {
	sequences.depths({"b": {"a"}, "c": {"a", "b"}, "d": {"a", "c"}}, {"a", "b", "c", "d"}) == {"a": 0, "b": 1, "c": 2, "d": 3}
}

test_every_depth_up_to_the_limit if {
	nodes := {sprintf("n%d", [i]) | some i in numbers.range(0, 1023)}
	sequences.depths(_chain(1024), nodes) == {sprintf("n%d", [i]): i | some i in numbers.range(0, 1023)}
}

test_depths_of_short_sequences if {
	every length in numbers.range(2, 40) {
		depths := {sprintf("n%d", [i]): i | some i in numbers.range(0, length - 1)}
		sequences.depths(_chain(length), object.keys(depths)) == depths
	}
}

test_all_nodes_before if {
	before := {"c": {"b"}, "b": {"a", "z"}, "x": {"y"}}
	sequences.earlier(before, "c") == {"a", "b", "z"}
	sequences.earlier(before, "b") == {"a", "z"}
	sequences.earlier(before, "a") == set()
	sequences.earlier({}, "a") == set()
	sequences.earlier({"a": {"b"}, "b": {"a"}}, "a") == {"b"}
}

test_all_nodes_before_up_to_the_limit if {
	every length in [2, 300, 1024] {
		count(sequences.earlier(_chain(length), sprintf("n%d", [length - 1]))) == length - 1
	}
}
