# METADATA
# scope: package
# title: Production targets are deployed in production mode
# description: |
#   Looks at the `mode` that a bundle gives to each of its targets whose name is one of production, or
#   to the target that is checked, and at the mode of a deployment in its metadata.json. In production
#   mode the Databricks CLI checks that the code comes from the right branch and that no pipeline is
#   marked as development; development mode renames everything and pauses every schedule. Metadata of
#   older versions of the CLI name neither target nor mode: undecided.
# related_resources:
#   - ref: https://docs.databricks.com/en/dev-tools/bundles/deployment-modes.html
#     description: Production and development mode of bundles
# custom:
#   id: DBX-BND-003
#   severity: high
#   sets: [production]
#   resource_types: [bundle]
#   attributes: [mode, targets]
#   remediation: "Set `mode: production` in the production target."
#   controls:
#     nist-800-53: [CM-4(1), AC-4, CM-3]
#     cis-controls: ["16.8", "4.1"]
#     iso-27001: [A.8.31, A.8.9, A.8.32]
#     soc2: [CC8.1]
package policies.rules.bundles.mode_of_target

import data.policies.lib.bundles
import data.policies.lib.results
import data.policies.lib.target

deny contains result if {
	some found in _modes
	not found.unknown
	found.mode != "production"
	result := results.at(found.bundle, found.path, sprintf(
		"The production target %s; wanted is mode: production",
		[_said(found.mode)],
	))
}

undecided contains result if {
	some found in _modes
	found.unknown
	result := results.at(found.bundle, found.path, "The mode of this production target is not known; wanted is mode: production")
}

checked contains address if {
	some found in _modes
	address := found.bundle.address
}

_modes contains {"bundle": bundle, "path": path, "mode": mode, "unknown": unknown} if {
	some bundle in bundles.written
	some name, written in object.get(bundle.values, "targets", {})
	regex.match(data.tfcheck.domain.production_pattern, lower(name))
	path := sprintf("targets.%s.mode", [name])
	mode := object.get(written, "mode", "")
	unknown := object.get(bundle, ["unknown", "targets", name, "mode"], false)
}

# A target that is checked as production, whatever its name.
_modes contains {"bundle": bundle, "path": "mode", "mode": mode, "unknown": unknown} if {
	some bundle in bundles.written
	target.production == true
	not _named(bundle)
	mode := object.get(bundle.values, "mode", "")
	unknown := object.get(bundle, ["unknown", "mode"], false)
}

_modes contains {"bundle": bundle, "path": "mode", "mode": mode, "unknown": unknown} if {
	some bundle in bundles.itself
	bundle.values.source == "metadata"
	target.production == true
	mode := object.get(bundle.values, "mode", "")
	unknown := object.get(bundle.values, "target", "") == ""
}

_named(bundle) if bundle.values.targets[input.document.target]

_said(mode) := "has no mode" if mode == ""

_said(mode) := sprintf("is deployed in mode %q", [mode]) if mode != ""
