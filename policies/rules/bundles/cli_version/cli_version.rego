# METADATA
# scope: package
# title: The Databricks CLI is pinned and supported
# description: |
#   Looks at which Databricks CLI wrote a state, a plan or deployment.json of a bundle, and whether
#   databricks.yml says which one it needs (`bundle.databricks_cli_version`). Without that every
#   machine deploys with the version that it happens to have, and each version adds its own defaults.
# related_resources:
#   - ref: https://docs.databricks.com/en/dev-tools/bundles/settings.html
#     description: The settings of a bundle
# custom:
#   id: DBX-BND-008
#   severity: low
#   sets: [production]
#   resource_types: [bundle]
#   attributes: [cli_version, databricks_cli_version]
#   remediation: Set `databricks_cli_version` under `bundle`, and upgrade the Databricks CLI where the bundle is deployed.
#   controls:
#     nist-800-53: [SI-2, SA-22]
#     cis-controls: ["2.2", "7.3"]
#     iso-27001: [A.8.8]
#     soc2: [CC7.1]
#   parameters:
#     minimum:
#       description: The oldest version of the Databricks CLI that may deploy.
#       default: 1.0.0
#       schema: {type: string, pattern: "^[0-9]+\\.[0-9]+\\.[0-9]+$"}
package policies.rules.bundles.cli_version

import data.policies.lib.bundles
import data.policies.lib.parameters
import data.policies.lib.results
import data.policies.lib.values

deny contains result if {
	some bundle in bundles.itself
	version := _version(bundle)
	semver.is_valid(version)
	semver.compare(version, _minimum) < 0
	result := results.at(bundle, "cli_version", sprintf("The Databricks CLI %s wrote this; the minimum is %s", [version, _minimum]))
}

deny contains result if {
	some bundle in bundles.written
	values.unset(bundle, "databricks_cli_version")
	result := results.at(bundle, "databricks_cli_version", "Nothing says which Databricks CLI this bundle needs; wanted is such as \">= 1.11.0\"")
}

undecided contains result if {
	some bundle in bundles.itself
	version := _version(bundle)
	not semver.is_valid(version)
	result := results.at(bundle, "cli_version", sprintf("Which Databricks CLI wrote this cannot be told from %q; the minimum is %s", [version, _minimum]))
}

undecided contains result if {
	some bundle in bundles.written
	values.unknown(bundle, "databricks_cli_version")
	result := results.at(bundle, "databricks_cli_version", "Which Databricks CLI this bundle needs is not known")
}

checked contains address if {
	some address, bundle in bundles.itself
	bundle.values.cli_version
}

checked contains address if some address, _ in bundles.written

_version(bundle) := trim_prefix(bundle.values.cli_version, "v")

_minimum := parameters.of("DBX-BND-008", "minimum")
