# METADATA
# title: Settings of a workspace that are on or off
# description: |
#   Each is a resource of its own, `databricks_…_setting`, with the switch in a block.
#
#   `of(type, block, attribute)` an array of {resource, path, is}, where `is` is "on", "off" or "unknown".
#   `deleted(type)`              those that the plan deletes for good; what becomes of the setting then, each
#                                kind decides for itself.
package policies.lib.workspace_settings

import data.policies.lib.blocks
import data.policies.lib.resources
import data.policies.lib.values

of(type, block, attribute) := [setting |
	some resource in object.get(_present, type, {})
	some part in blocks.inside(blocks.whole(resource), block)
	setting := {"resource": resource, "path": blocks.attribute(part, attribute), "is": _is(part, attribute)}
]

deleted(type) := [resource |
	some resource in object.get(_destroyed, type, {})
	resource.action == "delete"
]

_is(part, attribute) := "unknown" if {
	values.unknown(part, attribute)
} else := "on" if {
	part.values[attribute] in {true, "true"} # a configuration may write a text
} else := "off"

# Rules of its own, since regorus finds imported ones undefined in functions that other packages call.
_present := resources.present

_destroyed := resources.destroyed
