# METADATA
# scope: package
# title: Resources have the types and attributes that the provider's schema describes
# description: |
#   Looks at every resource of Databricks' provider that stays. A type, block or attribute that the
#   schema does not have, a value of another type, and what is deprecated is told with the name that
#   was probably meant, or with what to use instead.
#
#   The schema is that of one version of the provider, which the message names. With a newer provider
#   something unknown may be new: bring tfcheck up to date, or waive the finding. Terraform itself
#   refuses what its own provider does not know, so in a plan or state a misspelt name is seldom; in
#   bundles and configurations nobody has looked before.
# related_resources:
#   - ref: https://registry.terraform.io/providers/databricks/databricks/latest/docs
#     description: Resource types of the provider
# custom:
#   id: DBX-CFG-002
#   severity: low
#   sets: [strict]
#   resource_types: ["*"]
#   remediation: Correct the name or the value, or use what the message names instead; where the provider is newer than the schema, upgrade tfcheck.
#   controls:
#     nist-800-53: [CM-6]
package policies.rules.configuration.provider_schema

import data.policies.lib.resources
import data.policies.lib.results

deny contains result if {
	some resource in _ours
	some path, misfit in resource.misfits
	result := results.at(resource, path, sprintf("%s of %s %s", [_what(path, resource), resource.address, _wrong(misfit)]))
}

undecided contains result if {
	some resource in _ours
	resource.unknown == true
	result := results.at(resource, "", sprintf("Nothing about %s is known yet", [resource.address]))
}

checked contains address if {
	some resource in _ours
	address := resource.address
}

_ours := [resource |
	some type, by_address in resources.present
	startswith(type, "databricks_")
	some resource in by_address
]

_what("", resource) := sprintf("The type %s", [resource.type])

_what(path, _) := path if path != ""

_wrong(misfit) := sprintf("is not in the schema of the provider's version %s%s", [_version, _meant(misfit)]) if {
	misfit.kind == "unknown"
} else := sprintf("is not of the type %s", [misfit.expected]) if {
	misfit.kind == "type"
} else := concat("", ["is deprecated", _instead(misfit)])

_meant(misfit) := sprintf("; did you mean %s?", [misfit.nearest]) if {
	misfit.nearest
} else := ""

_instead(misfit) := sprintf("; use %s", [misfit.instead]) if {
	misfit.instead
} else := ""

# A rule is evaluated once; the way through `data` costs the embedded engine ten times a call.
_version := data.tfcheck.domain.provider_schemas.versions.databricks
