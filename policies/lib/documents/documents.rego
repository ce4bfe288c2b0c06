# METADATA
# title: What kind of document is looked at
# description: |
#   A state comes raw, as the backend keeps it, or through `terraform show -json`, which leaves out
#   serial and lineage. The raw one calls its version by a plain number ("4"), the other by two ("1.0").
package policies.lib.documents

state if input.document.kind == "state"

plan if input.document.kind == "plan"

raw_state if {
	state
	count(split(input.document.format_version, ".")) == 1
}

# Everything in `input.resources`: managed and data, deposed objects, resources that go away.
# A function, since the embedded engine evaluates every rule of a package of which it needs one.
addresses(resources) := {address |
	some by_address in resources
	some address, _ in by_address
}
