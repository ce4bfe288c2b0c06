# METADATA
# title: Switches that are on or off
# description: |
#   `state(block, attribute, fallback)` of a resource or a block: true, false or "unknown"; `fallback` where
#   nobody writes it. A configuration may write a truth as a text, which Terraform takes for the truth.
#   `unclear(block, attribute)` where it would be "unknown".
package policies.lib.switches

import data.policies.lib.values

state(block, attribute, fallback) := "unknown" if {
	unclear(block, attribute)
} else := fallback if {
	object.get(block.values, attribute, "") == ""
} else := _truths[block.values[attribute]]

unclear(block, attribute) if values.unknown(block, attribute)

unclear(block, attribute) if {
	value := block.values[attribute]
	not value in {true, false, "true", "false", ""}
}

_truths := {true: true, false: false, "true": true, "false": false}
