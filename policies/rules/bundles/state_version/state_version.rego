# METADATA
# scope: package
# title: The state of the direct engine is of a current version
# description: |
#   Looks at the version of resources.json. Version 1 was written by early versions of the direct
#   engine and is upgraded by the next deployment. Versions beyond 3, and states that need features
#   which tfcheck does not know, are refused when they are read: nobody can say what they hold.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/dev-tools/bundles/state-features
#     description: Versions and features of the state
# custom:
#   id: DBX-BND-009
#   severity: medium
#   sets: [production]
#   resource_types: [bundle]
#   attributes: [state_version]
#   remediation: Deploy the bundle with a current Databricks CLI, which upgrades its state.
#   controls:
#     nist-800-53: [CM-3, SI-7, SI-10]
#     cis-controls: ["16.1"]
#     iso-27001: [A.8.9, A.8.28]
#     soc2: [CC8.1, PI1.2]
package policies.rules.bundles.state_version

import data.policies.lib.bundles
import data.policies.lib.results

deny contains result if {
	some bundle in bundles.itself
	version := bundle.values.state_version
	version < 2
	result := results.at(bundle, "state_version", sprintf("The state is of version %v; current ones are of version 2 or 3", [version]))
}

# A state says its version.
undecided := set()

checked contains address if {
	some address, bundle in bundles.itself
	bundle.values.state_version
}
