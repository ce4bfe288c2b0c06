package policies.lib.blocks_test

import data.policies.lib.blocks

test_blocks_with_what_is_unknown_in_them if {
	values := {"task": [{"key": "a"}, {}, {"key": "c"}]}
	unknown := {"task": [false, {"key": true}]}
	blocks.of(values, unknown, "task") == [
		{"path": "task[0]", "values": {"key": "a"}, "unknown": {}},
		{"path": "task[1]", "values": {}, "unknown": {"key": true}},
		{"path": "task[2]", "values": {"key": "c"}, "unknown": {}},
	]
}

test_a_block_that_is_unknown_as_a_whole if {
	blocks.of({"task": [{"key": "a"}]}, {"task": [false, true]}, "task") == [
		{"path": "task[0]", "values": {"key": "a"}, "unknown": {}},
		{"path": "task[1]", "values": {}, "unknown": {}},
	]
}

test_order_is_that_of_the_document if {
	values := {"task": [{"key": i} | some i in numbers.range(0, 11)]}
	[block.values.key | some block in blocks.of(values, {}, "task")] == numbers.range(0, 11)
}

test_no_blocks if {
	blocks.of({}, {}, "task") == []
	blocks.of({"task": []}, {"task": true}, "task") == []
	blocks.of({"task": "text"}, true, "task") == []
}

test_what_is_unknown_of_a_resource if {
	blocks.unknown({}) == {}
	blocks.unknown({"unknown": {"id": true}}) == {"id": true}
	blocks.unknown({"unknown": true}) == true
}

test_what_is_no_block_is_an_empty_one if {
	blocks.of({"task": ["text", {"key": "b"}]}, {}, "task") == [
		{"path": "task[0]", "values": {}, "unknown": {}},
		{"path": "task[1]", "values": {"key": "b"}, "unknown": {}},
	]
}
