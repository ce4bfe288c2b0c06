# METADATA
# scope: package
# title: Experiments have permissions of their own
# description: |
#   Looks for a `databricks_permissions` on every MLflow experiment that the document manages, by
#   reference or by id. Without one the folder decides: in a home folder nobody else sees the runs,
#   under /Shared everybody may change them. Who may do what is the subject of DBX-EXP-001.
#   Not looked at: permissions that another configuration manages. Undecided in a plan that covers
#   only a part of the configuration, and where the experiment of some permissions is not known yet.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/security/auth/access-control/
#     description: MLflow experiment ACLs, and what folders pass on
# custom:
#   id: DBX-EXP-002
#   severity: medium
#   sets: [llmops]
#   resource_types: [databricks_mlflow_experiment]
#   attributes: [id, experiment_id]
#   remediation: Add a `databricks_permissions` for the experiment with CAN_READ for the group `users`.
#   controls:
#     nist-800-53: [AC-3, AC-6]
#     cis-controls: ["3.3", "6.8"]
#     iso-27001: [A.5.15, A.5.18, A.8.3]
#     soc2: [CC6.1, CC6.3]
package policies.rules.experiments.without_permissions

import data.policies.lib.permitted
import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.texts

deny contains result if {
	some address, resource in _without
	count(_reasons) == 0
	result := results.at(resource, "", sprintf(
		"%s has no permissions; wanted is a databricks_permissions on it",
		[_experiment(resource)],
	))
}

undecided contains result if {
	some address, resource in _without
	count(_reasons) > 0
	result := results.at(resource, "", sprintf(
		"%s has no permissions here, but %s",
		[_experiment(resource), concat(" and ", _reasons)],
	))
}

checked contains address if some address, _ in resources.present.databricks_mlflow_experiment

_without := permitted.without(
	object.get(resources.present, "databricks_mlflow_experiment", {}),
	"experiment_id",
	["id", "experiment_id"],
)

_reasons := permitted.reasons({"databricks_mlflow_experiment"}, "experiment_id")

_experiment(resource) := sprintf("Experiment %q", [name]) if {
	name := texts.written(resource, "name")
} else := "An experiment whose name is not known yet"
