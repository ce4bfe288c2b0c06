# METADATA
# scope: package
# title: State holds no tainted or deposed objects
# description: |
#   Looks at every managed object in a state. A tainted object was made by an apply that failed
#   half-way, or was declared broken: nobody knows what it is like. A deposed one was replaced and
#   could not be destroyed: it lives on in the workspace, with its rights, and no configuration
#   speaks of it. Plans are not looked at: the plan that clears such an object away is the remedy.
# related_resources:
#   - ref: https://developer.hashicorp.com/terraform/cli/state/taint
#     description: Tainted objects
# custom:
#   id: DBX-TFS-010
#   severity: medium
#   sets: [baseline]
#   resource_types: ["*"]
#   remediation: Run `terraform apply`, which replaces tainted objects and destroys deposed ones; run `terraform untaint` for an object that proves intact.
#   controls:
#     nist-800-53: [CM-3, CM-5]
#     cis-controls: ["4.1"]
#     iso-27001: [A.8.9, A.8.32]
#     soc2: [CC8.1]
package policies.rules.state.tainted_or_deposed

import data.policies.lib.documents
import data.policies.lib.results

deny contains result if {
	some resource in _managed
	resource.tainted
	not resource.deposed
	result := results.at(resource, "", sprintf("%s is tainted: an apply that made it failed, or it was declared broken", [resource.address]))
}

deny contains result if {
	some resource in _managed
	resource.deposed
	result := results.at(resource, "", sprintf("%s was replaced, but could not be destroyed", [resource.address]))
}

# A state says both for certain.
undecided := set()

checked := {resource.address | some resource in _managed}

_managed := [resource |
	documents.state
	some by_address in input.resources
	some resource in by_address
	resource.mode == "managed"
]
