# METADATA
# title: Resources as they stand after the change
# description: |
#   A policy about what is deployed iterates `present`; one about what the plan does iterates
#   `changed` or `destroyed`. All are keyed by type, then address, and computed once for all policies.
package policies.lib.resources

# Managed resources that exist once the document's change is applied (in a state: all of them).
present := {type: staying |
	some type, by_address in input.resources
	staying := {address: resource |
		some address, resource in by_address
		resource.mode == "managed"
		resource.action != "delete"
		resource.action != "forget"
		not resource.deposed
	}
}

# Resources whose values the plan changes in place or by replacing them.
changed := {type: changing |
	some type, by_address in input.resources
	changing := {address: resource |
		some address, resource in by_address
		resource.action in {"update", "replace"}
		resource.mode == "managed"
		not resource.deposed
	}
}

# Resources that the plan destroys, for good or to make them anew. A forgotten resource is not
# destroyed, it only leaves the state; a deposed object is what an earlier replacement left behind.
destroyed := {type: going |
	some type, by_address in input.resources
	going := {address: resource |
		some address, resource in by_address
		resource.action in {"delete", "replace"}
		resource.mode == "managed"
		not resource.deposed
	}
}
