# METADATA
# title: Blocks beside what is unknown in them
# description: |
#   `values` and `unknown` are two trees of one shape. `of(values, unknown, name)` walks the blocks
#   of that name in both: an array of {path, values, unknown}, the latter two always objects.
#   A block that is unknown as a whole has {} for both. `values` may be `resource.before`, with {}
#   for `unknown`: the past is known.
package policies.lib.blocks

# Nearly every list of blocks is known as a whole, and needs no second tree beside it.
of(values, unknown, name) := [block |
	some i, content in _list(values, name)
	block := {"path": sprintf("%s[%d]", [name, i]), "values": _block(content), "unknown": {}}
] if {
	not unknown[name]
} else := [block |
	known := _list(values, name)
	doubts := _list(unknown, name)
	some i in ({k | some k, _ in known} | {k | some k, _ in doubts})
	block := {
		"path": sprintf("%s[%d]", [name, i]),
		"values": _element(known, i),
		"unknown": _element(doubts, i),
	}
]

# What is unknown of a resource, {} where nothing is.
unknown(resource) := object.get(resource, "unknown", {})

_list(tree, name) := tree[name] if {
	is_array(tree[name])
} else := []

_element(list, i) := list[i] if {
	is_object(list[i])
} else := {}

_block(content) := content if {
	is_object(content)
} else := {}
