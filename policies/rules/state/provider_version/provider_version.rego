# METADATA
# scope: package
# title: The Databricks provider is its publisher's and not older than the minimum
# description: |
#   Looks at what plans, configurations and bundles require of the Databricks provider, in all modules
#   together, as Terraform does. Constraints that allow nothing but versions below `min_version` are a
#   finding, and so is the source databrickslabs/databricks, the provider's former name, of which there
#   are no new versions. What allows older and newer versions is undecided: none of these documents says
#   which was taken. That there is an upper bound is the subject of DBX-CFG-006.
# related_resources:
#   - ref: https://developer.hashicorp.com/terraform/language/expressions/version-constraints
#     description: Version constraints
# custom:
#   id: DBX-TFS-006
#   severity: medium
#   sets: [strict, production]
#   resource_types: [terraform]
#   attributes: [version_constraint, source]
#   remediation: Write `source = "databricks/databricks"` and a version such as "~> 1.138" in `required_providers`; for bundles upgrade the Databricks CLI.
#   controls:
#     nist-800-53: [SR-3, SI-7, CM-11]
#     cis-controls: ["2.5", "4.1"]
#     iso-27001: [A.8.19, A.5.21, A.8.9, A.8.32]
#     soc2: [CC6.8, CC8.1]
#   parameters:
#     min_version:
#       description: The oldest version of the Databricks provider that may be used.
#       default: 1.0.0
#       schema: {type: string, pattern: '^(0|[1-9][0-9]*)([.](0|[1-9][0-9]*)){2}$'}
package policies.rules.state.provider_version

import data.policies.lib.parameters
import data.policies.lib.provider_blocks
import data.policies.lib.results

deny contains result if {
	some provider in provider_blocks.databricks
	contains(provider.full_name, "databrickslabs/databricks")
	result := results.document(
		"required_providers.source",
		`The source of the provider is "databrickslabs/databricks", of which there are no new versions; wanted is "databricks/databricks"`,
	)
}

deny contains result if {
	some text, bound in _bounds
	_is_below(bound)
	result := results.document("required_providers.version", sprintf(
		`The version of the Databricks provider is bound to "%s"; the minimum is %s`,
		[text, _minimum],
	))
}

undecided contains result if {
	checked[results.document_address]
	count([text | some text, bound in _bounds; _decides(bound)]) == 0
	result := results.document("required_providers.version", sprintf(
		"The version of the Databricks provider may be older than %s: %s",
		[_minimum, _required],
	))
}

checked contains results.document_address if count(provider_blocks.databricks) > 0

_decides(bound) if _is_below(bound)

_decides(bound) if {
	bound.operator in {"", "=", "~>", ">=", ">"}
	_version(bound.numbers) >= _oldest
}

_is_below(bound) if {
	bound.operator in {"", "=", "<="}
	_version(bound.numbers) < _oldest
}

_is_below(bound) if {
	bound.operator == "<"
	_version(bound.numbers) <= _oldest
}

_is_below(bound) if {
	bound.operator == "~>"
	_above(bound.numbers) <= _oldest
}

# Of ~> with one number it hangs on the version of Terraform where it ends.
_above([major, _]) := [major + 1, 0, 0]

_above([major, minor, _]) := [major, minor + 1, 0]

_version(numbers) := array.slice(array.concat(numbers, [0, 0]), 0, 3)

_required := "no version is required" if {
	_constraints == set()
} else := sprintf(`required is "%s"`, [concat(", ", _constraints)])

_constraints := {trim_space(text) |
	some provider in provider_blocks.databricks
	some text in split(provider.version_constraint, ",")
}

_bounds := {text: bound |
	some text in _constraints
	bound := _read(text)
}

# What is no constraint, or excludes single versions (!=), bounds nothing.
_read(text) := {"operator": operator, "numbers": [to_number(digits) | some digits in [major, minor, patch]; digits != ""]} if {
	[_, operator, major, minor, patch] := regex.find_all_string_submatch_n(
		`^(=|~>|>=|>|<=|<|)\s*v?(0|[1-9][0-9]*)(?:\.(0|[1-9][0-9]*))?(?:\.(0|[1-9][0-9]*))?(?:[-+].*)?$`,
		text,
		-1,
	)[0]
}

_oldest := _read(_minimum).numbers

_minimum := parameters.of("DBX-TFS-006", "min_version")
