# METADATA
# title: Values that may be missing, empty, unknown or masked
# description: |
#   Before a policy says that something is absent or differs, it must know the value. Plans leave
#   out what is not set, states write "" and [], an unknown value stands in `unknown` instead of
#   `values`, and a sensitive string is a mask that says nothing about its content.
package policies.lib.values

# Nothing about this top-level attribute is known before apply.
unknown(resource, attribute) if resource.unknown[attribute] == true

unknown(resource, _) if resource.unknown == true

# The attribute is not set: absent or empty, and not merely unknown.
unset(resource, attribute) if {
	object.get(resource.values, attribute, "") in {"", [], {}}
	not unknown(resource, attribute)
}

# A mask stands for a sensitive string: it is non-empty, and equal masks hide equal values.
masked(value) if {
	is_string(value)
	startswith(value, "(sensitive value ")
}

# The elements of a list; none where there is no list, which another version of the provider, or a hand, may write.
elements(tree, attribute) := tree[attribute] if {
	is_array(tree[attribute])
} else := []
