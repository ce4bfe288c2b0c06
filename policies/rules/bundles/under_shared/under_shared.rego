# METADATA
# scope: package
# title: Bundle is not deployed under /Shared
# description: |
#   Looks at where the Databricks bundle keeps its metadata, which it writes into every job and
#   pipeline that it deploys. The code lies in the same folder. Every user of the workspace can
#   change what lies under /Shared, and so decide what jobs do with the rights of the identity
#   they run as, whatever the target. One finding for the bundle, not one for each job. Bundles with
#   neither jobs nor pipelines do not say where they lie.
# related_resources:
#   - ref: https://docs.databricks.com/en/workspace/workspace-objects.html
#     description: What the folder Shared is for
# custom:
#   id: DBX-BND-002
#   severity: high
#   sets: [production]
#   resource_types: [bundle, databricks_job, databricks_pipeline]
#   attributes: ["deployment[].metadata_file_path", workspace.file_path]
#   remediation: Set workspace.root_path to a folder that only the deploying identity can change, and deploy again.
#   controls:
#     nist-800-53: [CM-3, CM-5]
#     cis-controls: ["4.1"]
#     iso-27001: [A.8.9, A.8.32]
#     soc2: [CC8.1]
package policies.rules.bundles.under_shared

import data.policies.lib.bundles
import data.policies.lib.folders
import data.policies.lib.results

deny contains result if {
	paths := {path | some path in bundles.metadata_file_paths; folders.shared(path)}
	count(paths) > 0
	result := results.document(_attribute, sprintf(
		"The bundle lies under /Shared (%s), which every user of the workspace can change; it belongs in a folder of its own",
		[concat(", ", sort(paths))],
	))
}

undecided contains result if {
	bundles.metadata_file_paths[""]
	not bundles.in_home_of_deployer
	result := results.document(_attribute, "Where the bundle lies is not known before the apply; it does not belong under /Shared")
}

checked contains results.document_address if count(bundles.metadata_file_paths) > 0

_attribute := "metadata_file_path"
