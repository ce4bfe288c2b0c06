# METADATA
# title: What a text attribute says, or that nobody can tell yet
# description: |
#   `written(resource, attribute)` is the text, "" when it is not set or no text; undefined when it
#   cannot be told. `hidden(resource, attribute)` is the other case: unknown before apply, or masked
#   because it is sensitive. One of the two always holds.
#   `left_out(resource, attribute)` nobody wrote it: it is not set, or the provider is left to fill it in.
package policies.lib.texts

import data.policies.lib.values

# Nearly every text is plain, or not there in a resource of which all is known. Behind "(sensitive
# value ~" in the order of texts come neither "" nor masks, and a comparison costs a tenth of the
# calls that tell the rest.
written(resource, attribute) := text if {
	text := resource.values[attribute]
	text > "(sensitive value ~"
	text < [] # in the order of values, lists and objects come behind all texts
	not resource.unknown[attribute]
} else := "" if {
	not resource.values[attribute]
	not resource.unknown
} else := "" if {
	not resource.values[attribute]
	not resource.unknown[attribute]
	resource.unknown != true
} else := text if {
	text := resource.values[attribute]
	is_string(text)
	not hidden(resource, attribute)
} else := "" if {
	not hidden(resource, attribute)
}

hidden(resource, attribute) if values.unknown(resource, attribute)

hidden(resource, attribute) if {
	text := resource.values[attribute]
	text < "(sensitive value ~"
	is_string(text)
	values.masked(text)
}

left_out(resource, attribute) if written(resource, attribute) == ""

# What somebody writes and nobody knows yet comes from another resource.
left_out(resource, attribute) if {
	resource.unknown[attribute] == true
	not resource.links[attribute]
	resource.action in {"create", "replace"}
}
