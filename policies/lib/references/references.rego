# METADATA
# title: Attributes that name another resource
# description: |
#   `given(resource, block, name)` whether an attribute is set: true, false or "unknown". One that is not known
#   yet is set where a link says what it will name.
#   `aims(resource, block, name, target, key)` whether an attribute holds what `target` has as `key`, such as its
#   id: true, false or "unknown". Upper and lower case are the same, as they are in Azure's ids. What is known
#   is no id of what is only made.
#   `any_of(verdicts)` of a set of such answers the best: true, else "unknown", else false.
#   `block` is the resource itself as lib.blocks.whole, or a block of it.
package policies.lib.references

import data.policies.lib.blocks
import data.policies.lib.values

given(resource, block, name) if {
	object.get(block.values, name, "") != ""
} else := false if {
	not values.unknown(block, name)
} else if {
	resource.links[blocks.attribute(block, name)]
} else := "unknown"

aims(resource, block, name, target, key) if {
	some link in resource.links[blocks.attribute(block, name)]
	link in {target.address, _whole(target.address)}
} else if {
	_folded(block.values[name]) == _folded(target.values[key])
} else := "unknown" if {
	given(resource, block, name) == "unknown"
} else := false

any_of(verdicts) if {
	true in verdicts
} else := "unknown" if {
	"unknown" in verdicts
} else := false

# A link may name one instance of a counted resource or, without index, all of them.
_whole(address) := regex.replace(address, `\[[^\[\]]*\]$`, "")

# An id is a number here and a text there.
_folded(id) := lower(sprintf("%v", [id]))
