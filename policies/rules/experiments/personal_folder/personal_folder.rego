# METADATA
# scope: package
# title: Experiments do not lie in a personal folder
# description: |
#   Looks at the name of every MLflow experiment, which is its path in the workspace. A home folder
#   gives its person CAN_MANAGE on all that lies in it, and goes when the person does, with the runs
#   that show how a model came about. The home folder of a service principal, named by its
#   application id, is no personal folder.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/mlflow/experiments
#     description: Workspace experiments and their location
# custom:
#   id: DBX-EXP-003
#   severity: medium
#   sets: [production]
#   resource_types: [databricks_mlflow_experiment]
#   attributes: [name]
#   remediation: Name the experiment below /Shared/<project> or the folder of the deploying service principal.
#   controls:
#     nist-800-53: [AC-2, AC-3(7), CM-8, CM-3, CM-5]
#     cis-controls: ["6.8", "4.1"]
#     iso-27001: [A.5.9, A.5.18, A.8.9, A.8.32]
#     soc2: [CC6.2, CC6.3, CC8.1]
package policies.rules.experiments.personal_folder

import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.texts

deny contains result if {
	some resource in resources.present.databricks_mlflow_experiment
	name := texts.written(resource, "name")
	regex.match(`^(/Workspace)?/Users/[^/]*@`, name)
	result := results.at(resource, "name", sprintf(
		"Experiment %q lies in the home folder of a person; wanted is a shared folder or that of a service principal",
		[name],
	))
}

undecided contains result if {
	some resource in resources.present.databricks_mlflow_experiment
	texts.hidden(resource, "name")
	result := results.at(resource, "name", "The path of this experiment is not known yet; wanted is a shared folder or that of a service principal")
}

checked contains address if some address, _ in resources.present.databricks_mlflow_experiment
