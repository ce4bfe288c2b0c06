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

test_what_is_written_and_not_known if {
	links := {"job_id": ["databricks_job.j"]}
	blocks.unwritten({"unknown": {"id": true}, "links": links}) == {"id": true}
	blocks.unwritten({"unknown": true, "links": links}) == links
	blocks.unwritten({"unknown": true}) == {}
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

_job := blocks.whole({
	"values": {"task": [{"new_cluster": [{"num_workers": 1}]}, {}, {}]},
	"unknown": {"task": [{"new_cluster": [{"node_type_id": true}]}, {"new_cluster": true}, true]},
})

test_blocks_in_blocks_have_full_paths if {
	clusters := [cluster | some task in blocks.inside(_job, "task"); some cluster in blocks.inside(task, "new_cluster")]
	clusters == [
		{"path": "task[0].new_cluster[0]", "values": {"num_workers": 1}, "unknown": {"node_type_id": true}},
		{"path": "task[1].new_cluster", "values": {}, "unknown": true},
		{"path": "task[2]", "values": {}, "unknown": true},
	]
	[blocks.attribute(cluster, "num_workers") | some cluster in clusters] == [
		"task[0].new_cluster[0].num_workers",
		"task[1].new_cluster",
		"task[2]",
	]
}

test_a_resource_as_a_block if {
	blocks.whole({"values": {"name": "etl"}}) == {"path": "", "values": {"name": "etl"}, "unknown": {}}
	blocks.attribute(blocks.whole({"values": {}}), "name") == "name"
	blocks.inside(blocks.whole({"values": {}, "unknown": true}), "task") == [{"path": "", "values": {}, "unknown": true}]
}

test_no_blocks_in_a_block if {
	blocks.inside({"path": "", "values": {"task": []}, "unknown": {}}, "task") == []
	blocks.inside({"path": "", "values": {}, "unknown": {"name": true}}, "task") == []
	blocks.inside({"path": "", "values": {}, "unknown": {"task": true}}, "task") == [{"path": "task", "values": {}, "unknown": true}]
}
