# METADATA
# title: What a Databricks bundle leaves in its jobs and pipelines
# description: |
#   The Databricks CLI writes a `deployment` block of kind BUNDLE into every job and pipeline that it
#   deploys, with the path of its metadata: <root_path>/state/metadata.json. By default root_path is
#   /Workspace/Users/<who deploys>/.bundle/<bundle>/<target>
#   (https://github.com/databricks/cli/tree/main/bundle).
#
#   `metadata_file_paths` what these blocks say, "" for a path that is unknown. Jobs and pipelines that
#                         go away have no values and say nothing.
#   `itself[address]`     what the files of a bundle say about it (schemas/input/bundle.json), whatever file it is.
#   `written[address]`    of these, databricks.yml: what is deployed next, and not what was.
#   `by_direct_engine`    whether a bundle's direct engine wrote the document, without any Terraform.
#   `in_home_of_deployer` whether the bundle will lie in the home of whoever deploys it.
#   `managed`             whether a bundle deployed the document: true, false or "unknown".
#   `production(path)`    whether a deployment with this metadata path is production: true, false or
#                         "unknown". The document's target decides, else the folder before /state/.
package policies.lib.bundles

import data.policies.lib.blocks
import data.policies.lib.target

metadata_file_paths contains path if {
	some block in _deployments
	path := block.values.metadata_file_path
	path != ""
}

# metadata.json does not say where it lies itself, but where the code does.
metadata_file_paths contains path if {
	some bundle in itself
	bundle.values.source == "metadata"
	path := bundle.values.workspace.file_path
}

metadata_file_paths contains "" if {
	some block in _deployments
	block.unknown.metadata_file_path
}

itself := object.get(input.resources, "bundle", {})

written := {address: bundle |
	some address, bundle in itself
	bundle.values.source == "configuration"
}

default by_direct_engine := false

by_direct_engine if {
	some bundle in itself
	bundle.values.source in {"state", "plan"}
}

default in_home_of_deployer := false

in_home_of_deployer if {
	some bundle in itself
	bundle.values.workspace.in_home_of_deployer
}

_deployments := [block |
	some type in ["databricks_job", "databricks_pipeline"]
	some resource in input.resources[type]
	some block in blocks.of(resource.values, blocks.unknown(resource), "deployment")
	block.values.kind == "BUNDLE"
]

default managed := "unknown"

managed if {
	_deployed
} else := false if {
	# Bundles know no provider but Databricks'.
	some type, by_address in input.resources
	not startswith(type, "databricks_")
	some resource in by_address
	resource.mode == "managed"
}

_deployed if input.document.kind == "bundle"

_deployed if count(_deployments) > 0

_deployed if count(itself) > 0

production(_) := _production if _production != "unknown"

production(path) := answer if {
	_production == "unknown"
	answer := _production_by(split(path, "/"))
}

# A rule, since regorus finds an imported rule undefined in a function that another package calls
# after it has read a rule of this one.
_production := target.production

_production_by(steps) if {
	regex.match(data.tfcheck.domain.production_pattern, lower(_target(steps)))
} else := false if {
	# Only in the default folder is that step surely a target, and not just a name.
	_target(steps)
	steps[count(steps) - 5] == ".bundle"
} else := "unknown"

_target(steps) := steps[count(steps) - 3] if steps[count(steps) - 2] == "state"
