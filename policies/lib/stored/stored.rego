# METADATA
# title: Secrets that an attribute puts into plan and state
# description: |
#   `found(places)` are the values of attributes that are secret by what they are for. `places` is {type:
#   paths}, a path such as "config.slack.url" with up to two blocks. An array of {resource, path, known},
#   where `known` is false for what may be written, but is not known before apply. What is empty, and a
#   reference such as {{secrets/scope/key}}, is no secret.
#   `checked(places)` are the addresses of all resources of these types.
package policies.lib.stored

import data.policies.lib.blocks
import data.policies.lib.resources
import data.policies.lib.values

found(places) := [secret |
	some type, paths in places
	some resource in object.get(_present, type, {})
	some path in paths
	steps := split(path, ".")
	attribute := steps[count(steps) - 1]
	some block in _blocks(blocks.whole(resource), array.slice(steps, 0, count(steps) - 1))
	secret := {
		"resource": resource,
		"path": blocks.attribute(block, attribute),
		"known": _known(block, attribute),
	}
]

checked(places) := {address | some type, _ in places; some address, _ in _present[type]}

# Undefined where nothing is written.
_known(block, attribute) if {
	text := block.values[attribute]
	text != ""
	not _reference(text)
	not values.unknown(block, attribute)
} else := false if {
	values.unknown(block, attribute)
}

_reference(text) if {
	is_string(text)
	startswith(text, "{{secrets/")
}

_blocks(whole, steps) := [whole] if {
	count(steps) == 0
} else := blocks.inside(whole, steps[0]) if {
	count(steps) == 1
} else := [block |
	some outer in blocks.inside(whole, steps[0])
	some block in blocks.inside(outer, steps[1])
]

# A rule of its own, since regorus finds an imported one undefined in functions that other packages call.
_present := resources.present
