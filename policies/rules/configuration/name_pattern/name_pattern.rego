# METADATA
# scope: package
# title: Names and paths follow the pattern of their type
# description: |
#   Compares the name or path of every resource with the regular expression that the parameter has for its
#   type. `{target}` in it stands for the target, so that names can be held to it. Without a target such a pattern
#   is undecided. There is no default: what names look like is yours to say, and types without a pattern are
#   not looked at.
# related_resources:
#   - ref: https://learn.microsoft.com/en-us/azure/cloud-adoption-framework/ready/azure-best-practices/resource-naming
#     description: What names are good for
# custom:
#   id: DBX-CFG-004
#   severity: low
#   sets: [strict]
#   resource_types: ["*"]
#   remediation: Rename what the finding names, or change the parameter.
#   controls:
#     nist-800-53: [CM-8]
#   parameters:
#     patterns:
#       description: Resource type → regular expression for its name or path (RE2 syntax); anchor it with ^ and $.
#       default: {}
#       schema: {type: object, additionalProperties: {type: string, minLength: 1}}
package policies.rules.configuration.name_pattern

import data.policies.lib.parameters
import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.texts

deny contains result if {
	some [resource, path, pattern] in _looked_at
	name := texts.written(resource, path)
	wanted := _for_target(pattern)
	not regex.match(wanted, name)
	result := results.at(resource, path, sprintf("%s is named %q; wanted is a name like %s", [resource.address, name, wanted]))
}

undecided contains result if {
	some [resource, path, pattern] in _looked_at
	texts.hidden(resource, path)
	result := results.at(resource, path, sprintf("The name of %s is not known yet; wanted is a name like %s", [resource.address, pattern]))
}

undecided contains result if {
	some [resource, path, pattern] in _looked_at
	count({wanted | wanted := _for_target(pattern)}) == 0
	result := results.at(resource, path, sprintf(
		"The target is not known, and %s is to be named like %s; say it with --target",
		[resource.address, pattern],
	))
}

checked contains address if {
	some [resource, _, _] in _looked_at
	address := resource.address
}

_looked_at := [[resource, path, pattern] |
	some type, pattern in parameters.of("DBX-CFG-004", "patterns")
	some resource in resources.present[type]
	path := _name_of(resource)
]

# The first of these that it has.
_name_of(resource) := [name |
	some name in ["name", "display_name", "cluster_name", "instance_pool_name", "path", "key"]
	_says(resource, name)
][0]

_says(resource, name) if is_string(resource.values[name])

_says(resource, name) if texts.hidden(resource, name)

_for_target(pattern) := pattern if {
	not contains(pattern, "{target}")
} else := replace(pattern, "{target}", _target)

_target := name if {
	name := input.document.target
	name != ""
}
