# METADATA
# scope: package
# title: Experiments of the state are not deleted
# description: |
#   Looks at `lifecycle_stage` of every experiment. One that somebody deleted by hand is only marked as such
#   for thirty days: the state still has it, Terraform sees nothing to do, and jobs that log to it fail.
#   What is created by the plan is active.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/mlflow/experiments
#     description: Deleted experiments, and how to restore them
# custom:
#   id: DBX-EXP-006
#   severity: low
#   sets: [baseline, strict]
#   resource_types: [databricks_mlflow_experiment]
#   attributes: [lifecycle_stage]
#   remediation: Restore the experiment in the workspace, or remove it from the configuration.
#   controls:
#     nist-800-53: [CM-2, CM-6]
#     cis-controls: ["4.1"]
#     iso-27001: [A.8.9]
#     soc2: [CC8.1]
package policies.rules.experiments.deleted

import data.policies.lib.resources
import data.policies.lib.results

deny contains result if {
	some experiment in resources.present.databricks_mlflow_experiment
	experiment.values.lifecycle_stage == "deleted"
	result := results.at(experiment, "lifecycle_stage", sprintf("%s is deleted in the workspace and still in the state", [_label(experiment)]))
}

# A stage is unknown only of an experiment that the plan makes, and that one is active.
undecided := set()

checked contains address if some address, _ in resources.present.databricks_mlflow_experiment

_label(experiment) := sprintf(`Experiment "%s"`, [experiment.values.name]) if {
	experiment.values.name != ""
} else := experiment.address
