# METADATA
# scope: package
# title: Terraform is not older than the minimum
# description: |
#   Looks at the version of Terraform that wrote the state or plan. Old versions get no security
#   fixes, and some do not mark secrets: Terraform 1.0 wrote keys of storage accounts into states
#   without listing them as sensitive.
#
#   The Databricks CLI pins the Terraform that bundles are deployed with. That version is not the
#   user's choice, so a bundle's state passes with it (parameter `bundle_pinned`) or a newer one.
#   A bundle is known by the deployment blocks of its jobs and pipelines. A state of the pinned
#   version that holds nothing but Databricks resources may be a bundle's without saying so:
#   undecided. A pre-release counts as older than its release. OpenTofu writes its own version into
#   the same place, so documents with providers of its registry are not looked at.
# related_resources:
#   - ref: https://endoflife.date/terraform
#     description: Which versions of Terraform are supported
#   - ref: https://github.com/databricks/cli/blob/main/bundle/deploy/terraform/pkg.go
#     description: Where the Databricks CLI pins Terraform
# custom:
#   id: DBX-TFS-005
#   severity: medium
#   sets: [production]
#   resource_types: [terraform]
#   attributes: [terraform_version]
#   remediation: Upgrade Terraform where it runs; move bundles to the direct deployment engine, which needs none.
#   controls:
#     nist-800-53: [SI-2, SA-22]
#     cis-controls: ["2.2", "7.3"]
#     iso-27001: [A.8.8]
#     soc2: [CC7.1]
#   parameters:
#     min_version:
#       description: The oldest version of Terraform that may write states and plans.
#       default: 1.5.0
#       schema:
#         type: string
#         pattern: ^[0-9]+[.][0-9]+[.][0-9]+$
#     bundle_pinned:
#       description: The version that the Databricks CLI pins for bundles.
#       default: 1.5.5
#       schema:
#         type: string
#         pattern: ^[0-9]+[.][0-9]+[.][0-9]+$
package policies.rules.state.terraform_version

import data.policies.lib.bundles
import data.policies.lib.parameters
import data.policies.lib.results

deny contains result if {
	_too_old
	not _may_be_pinned
	result := results.document("terraform_version", sprintf("Terraform %s wrote this document; the minimum is %s", [_version, _minimum]))
}

undecided contains result if {
	_too_old
	_may_be_pinned
	bundles.managed == "unknown"
	result := results.document("terraform_version", sprintf(
		"Terraform %s wrote this document; the minimum is %s, but the Databricks CLI pins %s, and nothing says whether a bundle was deployed here",
		[_version, _minimum, _pinned],
	))
}

undecided contains result if {
	checked[results.document_address]
	not semver.is_valid(_version)
	result := results.document("terraform_version", sprintf("Which Terraform wrote this document cannot be told from %q; the minimum is %s", [_version, _minimum]))
}

checked contains results.document_address if {
	input.document.kind in {"plan", "state"}
	not _opentofu
	not bundles.by_direct_engine
}

_too_old if {
	checked[results.document_address]
	_older(_version, _minimum)
}

# Newer than pinned is no less supported than pinned.
_may_be_pinned if {
	bundles.managed == true
	not _older(_version, _pinned)
}

_may_be_pinned if {
	bundles.managed == "unknown"
	_version == _pinned
}

# Only of versions that can be compared.
_older(version, other) if {
	semver.is_valid(version)
	semver.compare(version, other) < 0
}

_opentofu if {
	some provider in {resource.provider | some by_address in input.resources; some resource in by_address}
	contains(provider, "registry.opentofu.org/")
}

_version := object.get(input.document, "terraform_version", "")

_minimum := parameters.of("DBX-TFS-005", "min_version")

_pinned := parameters.of("DBX-TFS-005", "bundle_pinned")
