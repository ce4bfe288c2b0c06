# METADATA
# scope: package
# title: Production bundle is not deployed from a personal folder
# description: |
#   Looks at where the Databricks bundle keeps its metadata, which it writes into every job and
#   pipeline that it deploys. State, metadata and code of a bundle lie in one folder, by default in
#   the home of whoever deploys: that person can change what production runs, and with the
#   account the folder goes. The home of a service principal (/Users/<application id>) passes.
#
#   The document's target says what production is, else the folder that the bundle names after its
#   target; where neither does: undecided. One finding for the bundle, not one for each job.
#   Bundles with neither jobs nor pipelines do not say where they lie, but in the metadata.json of
#   their deployment. The home of whoever deploys is that of a person or of a service principal:
#   undecided, as long as only databricks.yml is there.
# related_resources:
#   - ref: https://docs.databricks.com/en/dev-tools/bundles/deployment-modes.html
#     description: Production mode of bundles, root_path and run_as
# custom:
#   id: DBX-BND-001
#   severity: medium
#   sets: [production]
#   resource_types: [bundle, databricks_job, databricks_pipeline]
#   attributes: ["deployment[].metadata_file_path", workspace.file_path]
#   remediation: Set workspace.root_path of the production target to a folder that only the deploying service principal can change, and deploy as that service principal.
#   controls:
#     nist-800-53: [CM-3, CM-5, AC-2, AC-5, IA-9, CP-9, SC-28]
#     cis-controls: ["4.1", "5.5", "11.3", "3.11"]
#     iso-27001: [A.8.9, A.8.32, A.5.16, A.8.2, A.8.13, A.8.24]
#     soc2: [CC8.1, CC6.1, CC6.3, A1.2]
package policies.rules.bundles.production_in_personal_folder

import data.policies.lib.bundles
import data.policies.lib.folders
import data.policies.lib.results

deny contains result if {
	paths := {path | some path in _personal; bundles.production(path) == true}
	count(paths) > 0
	result := results.document(_attribute, sprintf(
		"The production bundle lies in a personal folder (%s); it belongs in one that only its service principal can change",
		[concat(", ", sort(paths))],
	))
}

undecided contains result if {
	paths := {path | some path in _personal; bundles.production(path) == "unknown"}
	count(paths) > 0
	result := results.document(_attribute, sprintf(
		"The bundle lies in a personal folder (%s), and nothing says whether this is production",
		[concat(", ", sort(paths))],
	))
}

undecided contains result if {
	bundles.metadata_file_paths[""]
	bundles.production("") != false
	result := results.document(_attribute, "Where the bundle lies is not known before the apply; production does not belong in a personal folder")
}

checked contains results.document_address if {
	some path in bundles.metadata_file_paths
	bundles.production(path) != false
}

_personal := {path | some path in bundles.metadata_file_paths; folders.owner(path)}

_attribute := "metadata_file_path"
