# METADATA
# title: Blocks beside what is unknown in them
# description: |
#   `values` and `unknown` are two trees of one shape. `of(values, unknown, name)` walks the blocks
#   of that name in both: an array of {path, values, unknown}, the latter two always objects.
#   A block that is unknown as a whole has {} for both. `values` may be `resource.before`, with {}
#   for `unknown`: the past is known.
#
#   `inside(parent, name)` does so with a block in a block, each with its full path, such as
#   `task[2].new_cluster[0]`. There `unknown` is true where nothing about the block is known, and
#   where a dynamic block over an unknown value may make any number of them (path "task").
#   `whole(resource)` is a resource as the block that holds all others, `attribute(block, name)` the
#   path of an attribute of a block, `unwritten(resource)` what is written that its values do not have.
package policies.lib.blocks

import data.policies.lib.values as known

# Nearly every list of blocks is known as a whole, and needs no second tree beside it.
of(values, unknown, name) := [block |
	some i, content in _list(values, name)
	block := {"path": sprintf("%s[%d]", [name, i]), "values": _block(content), "unknown": {}}
] if {
	not unknown[name]
} else := [block |
	written := _list(values, name)
	doubts := _list(unknown, name)
	some i in ({k | some k, _ in written} | {k | some k, _ in doubts})
	block := {
		"path": sprintf("%s[%d]", [name, i]),
		"values": _element(written, i),
		"unknown": _element(doubts, i),
	}
]

# What is unknown of a resource, {} where nothing is.
unknown(resource) := object.get(resource, "unknown", {})

# By attribute. Of a resource that is unknown as a whole only its expressions are there to go by.
unwritten(resource) := resource.unknown if {
	is_object(resource.unknown)
} else := object.get(resource, "links", {})

whole(resource) := {"path": "", "values": resource.values, "unknown": unknown(resource)}

# Most kinds of blocks are not there, which is quickest found out first.
inside(parent, name) := [] if {
	object.get(parent.values, name, []) == []
	parent.unknown != true
	not parent.unknown[name]
} else := [block |
	some i, listed in of(parent.values, parent.unknown, name)
	block := {
		"path": _under(parent, listed.path),
		"values": listed.values,
		"unknown": _doubt(parent, name, i, listed),
	}
] if {
	not known.unknown(parent, name)
} else := [{"path": _under(parent, name), "values": {}, "unknown": true}] if {
	parent.unknown != true
} else := [parent]

# What is unknown as a whole has no attributes of its own.
attribute(block, name) := _under(block, name) if {
	block.unknown != true
} else := block.path

_under(parent, name) := name if {
	parent.path == ""
} else := sprintf("%s.%s", [parent.path, name])

# `of` has {} for a block that is unknown as a whole.
_doubt(parent, name, i, block) if {
	parent.unknown[name][i] == true
} else := block.unknown

_list(tree, name) := tree[name] if {
	is_array(tree[name])
} else := []

_element(list, i) := list[i] if {
	is_object(list[i])
} else := {}

_block(content) := content if {
	is_object(content)
} else := {}
