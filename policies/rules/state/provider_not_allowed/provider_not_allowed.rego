# METADATA
# scope: package
# title: Providers are of allowed namespaces
# description: |
#   Looks at the provider of every resource and, in plans and configurations, at those that are required.
#   A provider is a program that runs with the credentials of the deployment, also where it destroys:
#   one from an unknown namespace may have the name of a known one. Each that `allowed` does not match
#   is one finding. States of Terraform before 0.13 say no namespace: undecided.
# related_resources:
#   - ref: https://developer.hashicorp.com/terraform/language/providers/requirements
#     description: Where providers come from
# custom:
#   id: DBX-TFS-017
#   severity: high
#   sets: [strict]
#   resource_types: ["*"]
#   remediation: Use the provider of the namespace that is known, or take this one into `allowed` after a review.
#   controls:
#     nist-800-53: [SR-3, SI-7, CM-11]
#     cis-controls: ["2.5"]
#     iso-27001: [A.8.19, A.5.21]
#     soc2: [CC6.8]
#   parameters:
#     allowed:
#       description: Providers that may be used, as host/namespace/type; * stands for one of these.
#       default:
#         - registry.terraform.io/databricks/databricks
#         - registry.terraform.io/databrickslabs/databricks
#         - registry.terraform.io/hashicorp/*
#         - registry.terraform.io/azure/azapi
#         - registry.opentofu.org/databricks/databricks
#         - registry.opentofu.org/databrickslabs/databricks
#         - registry.opentofu.org/hashicorp/*
#         - registry.opentofu.org/azure/azapi
#         - terraform.io/builtin/terraform
#       schema: {type: array, items: {type: string, minLength: 1}, minItems: 1, uniqueItems: true}
package policies.rules.state.provider_not_allowed

import data.policies.lib.parameters
import data.policies.lib.results

deny contains result if {
	some provider, addresses in _providers
	_is_whole(provider)
	not _is_allowed(provider)
	result := results.document(sprintf("provider.%s", [provider]), sprintf("Provider %s is not allowed%s", [provider, _resources(addresses)]))
}

undecided contains result if {
	some provider, addresses in _providers
	not _is_whole(provider)
	result := results.document(sprintf("provider.%s", [provider]), sprintf("Where provider %s comes from cannot be told%s", [provider, _resources(addresses)]))
}

checked contains results.document_address if some _ in _providers

_providers[provider] contains address if {
	some by_address in input.resources
	some address, resource in by_address
	provider := resource.provider
}

_providers[provider] contains "" if {
	some required in input.providers
	provider := _with_host(required.full_name)
}

# Bundles leave out the host, which is Terraform's.
_with_host(name) := concat("/", ["registry.terraform.io", name]) if {
	count(split(name, "/")) == 2
} else := name

# With host, namespace and type; "-" is the namespace of what had none before Terraform 0.13.
_is_whole(provider) if {
	parts := split(provider, "/")
	count(parts) == 3
	parts[1] != "-"
}

_is_allowed(provider) if {
	some pattern in parameters.of("DBX-TFS-017", "allowed")
	glob.match(pattern, ["/"], provider)
}

_resources(addresses) := sprintf("; it is for %d of the resources, such as %s", [count(own), min(own)]) if {
	own := addresses - {""}
	count(own) > 0
} else := "; no resource uses it"
