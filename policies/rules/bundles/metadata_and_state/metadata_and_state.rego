# METADATA
# scope: package
# title: Metadata and state of a deployment agree
# description: |
#   Looks at the metadata.json of a deployment and the state that lies beside it (resources.json or
#   terraform.tfstate): the same jobs, pipelines and dashboards, with the same ids, and jobs whose code
#   comes from the bundle's own repository at the same commit. Where they differ, one of the two was
#   lost, restored or changed by hand, and the next deployment makes everything a second time.
# related_resources:
#   - ref: https://github.com/databricks/cli/tree/main/bundle/metadata
#     description: What metadata.json holds
# custom:
#   id: DBX-BND-006
#   severity: medium
#   sets: [production]
#   resource_types: [bundle]
#   attributes: [resources, state]
#   remediation: Restore the state that belongs to this deployment, or deploy the bundle again.
#   controls:
#     nist-800-53: [CP-9, SC-28, CM-3]
#     cis-controls: ["11.3", "3.11"]
#     iso-27001: [A.8.13, A.8.24]
#     soc2: [A1.2, CC6.1]
package policies.rules.bundles.metadata_and_state

import data.policies.lib.bundles
import data.policies.lib.results

deny contains result if {
	some pair in _pairs
	some kind in _kinds
	some key, deployed in pair.metadata[kind]
	not pair.state[kind][key]
	result := results.at(pair.bundle, sprintf("resources.%s.%s", [kind, key]), sprintf(
		"%s has no %s.%s, which metadata.json says is deployed with id %s",
		[pair.state.file, kind, key, object.get(deployed, "id", "(none)")],
	))
}

deny contains result if {
	some pair in _pairs
	some kind in _kinds
	some key, known in pair.state[kind]
	not pair.metadata[kind][key]
	result := results.at(pair.bundle, sprintf("state.%s.%s", [kind, key]), sprintf(
		"metadata.json has no %s.%s, which %s knows with id %s",
		[kind, key, pair.state.file, object.get(known, "id", "(none)")],
	))
}

deny contains result if {
	some pair in _pairs
	some kind in _kinds
	some key, deployed in pair.metadata[kind]
	known := pair.state[kind][key]
	object.get(known, "id", "") != object.get(deployed, "id", "")
	result := results.at(pair.bundle, sprintf("resources.%s.%s.id", [kind, key]), sprintf(
		"%s.%s has the id %s in metadata.json and %s in %s",
		[kind, key, object.get(deployed, "id", "(none)"), object.get(known, "id", "(none)"), pair.state.file],
	))
}

deny contains result if {
	some pair in _pairs
	some key, known in pair.state.jobs
	known.url == pair.bundle.values.git.origin_url
	known.commit != pair.bundle.values.git.commit
	result := results.at(pair.bundle, "git.commit", sprintf(
		"jobs.%s runs the commit %s, and metadata.json says that %s is deployed",
		[key, known.commit, pair.bundle.values.git.commit],
	))
}

# Both files say what they say: nothing here is unknown.
undecided := set()

checked contains address if {
	some pair in _pairs
	address := pair.bundle.address
}

_pairs contains {"bundle": bundle, "metadata": metadata, "state": state} if {
	some bundle in bundles.itself
	state := bundle.values.state
	metadata := object.get(bundle.values, "resources", {})
}

# metadata.json lists no others.
_kinds := ["jobs", "pipelines", "dashboards"]
