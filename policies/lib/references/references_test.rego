package policies.lib.references_test

import data.policies.lib.blocks
import data.policies.lib.references

_pointer(values, unknown, links) := {"values": values, "unknown": unknown, "links": links}

_given(resource) := references.given(resource, blocks.whole(resource), "a")

_target := {"address": "t.x[0]", "values": {"id": "Id1", "number": 7}}

_aims(resource, key) := references.aims(resource, blocks.whole(resource), "a", _target, key)

test_given if {
	_given(_pointer({"a": "id"}, {}, {})) == true
	_given(_pointer({}, {"a": true}, {"a": ["t.x"]})) == true
	_given(_pointer({}, {"a": true}, {"b": ["t.x"]})) == "unknown"
	_given(_pointer({"a": ""}, {"b": true}, {"a": ["t.x"]})) == false
	_given(_pointer({}, {}, {})) == false
}

test_aims_by_link if {
	every link in ["t.x[0]", "t.x"] {
		_aims(_pointer({}, {"a": true}, {"a": ["other.y", link]}), "id") == true
	}
	_aims(_pointer({}, {"a": true}, {"a": ["t.x[1]"]}), "id") == false
	_aims(_pointer({}, {"a": true}, {"b": ["t.x"]}), "id") == "unknown"
}

test_aims_by_id if {
	_aims(_pointer({"a": "iD1"}, {}, {}), "id") == true
	_aims(_pointer({"a": "7"}, {}, {}), "number") == true
	_aims(_pointer({"a": "id2"}, {}, {}), "id") == false
	_aims(_pointer({"a": "id1"}, {}, {}), "other") == false
	_aims(_pointer({}, {}, {}), "other") == false
}

test_any_of if {
	references.any_of({true, "unknown", false}) == true
	references.any_of({"unknown", false}) == "unknown"
	references.any_of({false}) == false
	references.any_of(set()) == false
}

test_aims_out_of_a_block if {
	resource := _pointer({"b": [{"a": "id1"}, {}]}, {"b": [{}, {"a": true}]}, {"b[1].a": ["t.x"]})
	every block in blocks.inside(blocks.whole(resource), "b") {
		references.aims(resource, block, "a", _target, "id") == true
	}
	references.given(resource, {"path": "b[1]", "values": {}, "unknown": true}, "a") == "unknown"
}
