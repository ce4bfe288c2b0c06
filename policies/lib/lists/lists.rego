# METADATA
# title: Lists in values and beside them what is unknown
# description: |
#   `of(tree, name)` is the list of that name, [] where there is none or something else stands there: the
#   embedded engine stops where OPA finds nothing to iterate.
#   `texts(tree, name)` the texts in it, [index, text].
#   `awaited(resource, name)` the list, or something in it, is not known yet.
package policies.lib.lists

import data.policies.lib.values as known

of(tree, name) := tree[name] if {
	is_array(tree[name])
} else := []

texts(tree, name) := [[i, text] |
	some i, text in of(tree, name)
	is_string(text)
]

awaited(resource, name) if known.unknown(resource, name)

awaited(resource, name) if true in of(resource.unknown, name)
