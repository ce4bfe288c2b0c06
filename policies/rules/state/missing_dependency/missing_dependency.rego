# METADATA
# scope: package
# title: Dependencies are in the state
# description: |
#   Looks at the resources that each object in a state was made after. One that is not in the state
#   itself may have been taken out by hand (`terraform state rm`, a partial import): then it lives on
#   without Terraform, and the order in which things are destroyed is wrong. Or it has no
#   instances just now (`count = 0`, an empty `for_each`): Terraform notes the dependency all the
#   same. Only the configuration tells the two apart, so this is never more than undecided.
#   Data sources are read anew with each plan and are not looked for.
# related_resources:
#   - ref: https://developer.hashicorp.com/terraform/cli/commands/state/rm
#     description: Taking a resource out of the state
# custom:
#   id: DBX-TFS-011
#   severity: low
#   sets: [production]
#   resource_types: ["*"]
#   remediation: Run `terraform plan`; import what it wants to create although it exists. If it plans no change, the dependency has no instances and all is well.
#   controls:
#     nist-800-53: [CM-3, SI-7, SI-10]
#     cis-controls: ["16.1"]
#     iso-27001: [A.8.9, A.8.28]
#     soc2: [CC8.1, PI1.2]
package policies.rules.state.missing_dependency

import data.policies.lib.documents
import data.policies.lib.results

# A state does not say how many instances a resource should have.
deny := set()

undecided contains result if {
	count(_missing) > 0
	some resource in _dependents
	missing := {address | some address in resource.depends_on; _missing[address]}
	count(missing) > 0
	result := results.at(resource, "depends_on", sprintf(
		"%s depends on %s, not in this state: taken out of it, or without instances",
		[resource.address, concat(", ", sort(missing))],
	))
}

checked := {resource.address | some resource in _dependents}

_dependents := [resource |
	documents.state
	some by_address in input.resources
	some resource in by_address
	count(resource.depends_on) > 0
]

_missing contains address if {
	some address in {needed | some resource in _dependents; some needed in resource.depends_on}
	not _held[address]
	not _data_source(address)
}

# Dependencies name resources as the configuration does: no index of the resource, nor of a module.
_held contains address if {
	some [modules, type, name] in _placed
	names := [split(step, "[")[0] | some step in modules]
	address := concat(".", array.concat(names, [type, name]))
}

# Without the many instances of one resource, of which one is enough.
_placed contains place if {
	some by_address in input.resources
	some resource in by_address
	place := [object.get(resource, "module", []), resource.type, resource.name]
}

# `type.name` or `data.type.name`, behind any number of `module.name`.
_data_source(address) if count(split(address, ".")) % 2 == 1
