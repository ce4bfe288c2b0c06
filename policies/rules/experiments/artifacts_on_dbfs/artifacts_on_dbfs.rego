# METADATA
# scope: package
# title: Experiments do not keep their artifacts on DBFS
# description: |
#   Looks at `artifact_location` of every MLflow experiment. The DBFS root and its mounts are open
#   to everybody in the workspace, whatever the permissions of the experiment say: models, data and
#   notebooks that were logged can be read and changed there. Volumes (`dbfs:/Volumes/…`) are guarded
#   by Unity Catalog. `dbfs:/databricks/mlflow-tracking`, where Databricks puts artifacts when nothing
#   else is said, can only be reached through MLflow and its permissions, and is allowed.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/dbfs/disable-dbfs-root-mounts
#     description: Why to leave DBFS root and mounts
# custom:
#   id: DBX-EXP-004
#   severity: medium
#   sets: [baseline, llmops]
#   resource_types: [databricks_mlflow_experiment]
#   attributes: [artifact_location]
#   remediation: Use a volume, `dbfs:/Volumes/<catalog>/<schema>/<volume>/…`, or leave artifact_location out.
#   controls:
#     sat: [DP-10]
#     nist-800-53: [AC-3, AC-6, AC-4, SC-7(10), MP-7]
#     cis-controls: ["3.3", "6.8", "3.13"]
#     iso-27001: [A.5.15, A.5.18, A.8.3, A.8.12]
#     soc2: [CC6.1, CC6.3, CC6.7]
package policies.rules.experiments.artifacts_on_dbfs

import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.texts

deny contains result if {
	some resource in resources.present.databricks_mlflow_experiment
	location := texts.written(resource, "artifact_location")
	regex.match(`^(?i:dbfs:/|/dbfs/)`, location)
	not regex.match(`^(?i:dbfs:/+|/dbfs/+)(Volumes|databricks/mlflow-tracking)(/|$)`, location)
	result := results.at(resource, "artifact_location", sprintf(
		"Experiment keeps its artifacts in %s, open to everybody in the workspace; wanted is dbfs:/Volumes/… or no artifact_location",
		[location],
	))
}

undecided contains result if {
	some resource in resources.present.databricks_mlflow_experiment
	texts.hidden(resource, "artifact_location")
	result := results.at(resource, "artifact_location", "Where this experiment keeps its artifacts is not known yet; wanted is dbfs:/Volumes/… or no artifact_location")
}

checked contains address if some address, _ in resources.present.databricks_mlflow_experiment
