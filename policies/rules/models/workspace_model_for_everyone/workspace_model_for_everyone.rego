# METADATA
# scope: package
# title: Everyone may only read models of the workspace registry
# description: |
#   Looks at the permissions of models of the workspace registry. Where everyone (`users`, `account users`)
#   may change a model or its versions, each user of the workspace decides what production scores with.
#   DBX-PRM-003 says the same of all objects, in production only; models in Unity Catalog are the subject
#   of DBX-ML-001.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/security/auth/access-control/#mlflow-model-acls
#     description: Permission levels of MLflow models
# custom:
#   id: DBX-ML-004
#   severity: high
#   sets: [strict, llmops]
#   resource_types: [databricks_permissions]
#   attributes: [registered_model_id, "access_control[].group_name", "access_control[].permission_level"]
#   remediation: Give everyone CAN_READ at most, and the level to a named group.
#   controls:
#     sat: [GOV-28]
#     nist-800-53: [AC-3, AC-6]
#     cis-controls: ["3.3", "6.8"]
#     iso-27001: [A.5.15, A.5.18, A.8.3]
#     soc2: [CC6.1, CC6.3]
package policies.rules.models.workspace_model_for_everyone

import data.policies.lib.objects
import data.policies.lib.permissions
import data.policies.lib.results

deny contains result if {
	some holding in _held
	holding.certain
	result := results.at(holding.resource, holding.path, sprintf(
		`"%s", which is everyone, holds %s on %s; wanted is CAN_READ at most`,
		[holding.name, holding.level, objects.label(holding.resource)],
	))
}

undecided contains result if {
	some holding in _held
	holding.certain == false
	result := results.at(holding.resource, holding.path, sprintf(
		"Who holds which level on %s is not known yet; wanted is CAN_READ at most for everyone",
		[objects.label(holding.resource)],
	))
}

checked contains address if some address, _ in permissions.on.registered_model_id

_held := permissions.held_by_everyone("registered_model_id", {
	"CAN_EDIT": true,
	"CAN_MANAGE_STAGING_VERSIONS": true,
	"CAN_MANAGE_PRODUCTION_VERSIONS": true,
	"CAN_MANAGE": true,
})
