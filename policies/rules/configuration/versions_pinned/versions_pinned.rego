# METADATA
# scope: package
# title: Terraform and its providers are held to versions
# description: |
#   Looks at what the root module requires: an upper bound for every provider's version, and in a
#   configuration also a `required_version` and the lock file beside it. Without them the next `terraform
#   init` takes what is newest, on the machine of whoever happens to run it. A plan says which versions of
#   providers may be taken and nothing of the rest. Providers that Terraform brings along have no version.
# related_resources:
#   - ref: https://developer.hashicorp.com/terraform/language/files/dependency-lock
#     description: The lock file, and what it does not cover
# custom:
#   id: DBX-CFG-006
#   severity: low
#   sets: [strict]
#   resource_types: [terraform]
#   attributes: [version_constraint, required_version, lock_file]
#   remediation: Write `version = "~> 1.138"` in `required_providers` and a `required_version`, and commit `.terraform.lock.hcl`.
#   controls:
#     nist-800-53: [SR-3]
package policies.rules.configuration.versions_pinned

import data.policies.lib.results

deny contains result if {
	_matters
	some name, constraints in _providers
	not _is_bounded(constraints)
	result := results.document(sprintf("providers.%s", [name]), sprintf(
		"Provider %s may be of %s; wanted is an upper bound, as ~> or < sets it",
		[name, _versions(constraints - {""})],
	))
}

deny contains result if {
	input.document.kind == "configuration"
	count(object.get(input.document, "required_version", [])) == 0
	result := results.document("required_version", "The configuration requires no version of Terraform; wanted is required_version")
}

deny contains result if {
	input.document.lock_file == false
	result := results.document(
		"lock_file",
		"There is no .terraform.lock.hcl beside the configuration; terraform init writes it, and it belongs into the repository",
	)
}

# What a configuration requires it says in plain text.
undecided := set()

checked contains results.document_address if _matters

_matters if input.document.kind == "configuration"

_matters if {
	input.document.kind == "plan"
	some _ in _providers
}

# Configurations of one provider under several aliases share their version.
_providers[name] contains constraint if {
	some provider in input.providers
	not provider.module
	not _is_builtin(provider)
	name := provider.name
	constraint := object.get(provider, "version_constraint", "")
}

_versions(constraints) := "any version" if {
	constraints == set()
} else := sprintf("version %s", [concat(" and ", constraints)])

_is_builtin(provider) if contains(provider.full_name, "terraform.io/builtin/")

_is_bounded(constraints) if {
	some constraint in constraints
	some part in split(constraint, ",")
	regex.match(`^\s*(=|~>|<=?)?\s*v?[0-9]`, part)
}
