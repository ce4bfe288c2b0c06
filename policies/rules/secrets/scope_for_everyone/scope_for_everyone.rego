# METADATA
# scope: package
# title: Secret scopes are not managed by everyone
# description: |
#   Looks at `initial_manage_principal` of databricks_secret_scope. With `users` every user of the
#   workspace can read all secrets of the scope, write them, and give the rights on.
# related_resources:
#   - ref: https://registry.terraform.io/providers/databricks/databricks/latest/docs/resources/secret_scope
#     description: The resource
# custom:
#   id: DBX-SEC-003
#   severity: critical
#   sets: [strict, production]
#   resource_types: [databricks_secret_scope]
#   attributes: [initial_manage_principal]
#   remediation: Remove `initial_manage_principal`, and give READ to those who need it by databricks_secret_acl.
#   controls:
#     sat: [DP-1]
#     dasf: [DASF 33]
#     nist-800-53: [AC-3, AC-6, IA-5(7)]
#     cis-controls: ["3.3", "6.8", "3.11"]
#     iso-27001: [A.5.15, A.5.18, A.8.3, A.5.17, A.8.24]
#     soc2: [CC6.1, CC6.3]
package policies.rules.secrets.scope_for_everyone

import data.policies.lib.principals
import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.texts

deny contains result if {
	some scope in _scopes
	principal := texts.written(scope, "initial_manage_principal")
	principals.everyone(principal)
	result := results.at(scope, "initial_manage_principal", sprintf(
		`"%s", which is everyone, manages the secret scope %s`,
		[principal, scope.address],
	))
}

undecided contains result if {
	some scope in _scopes
	texts.hidden(scope, "initial_manage_principal")
	result := results.at(scope, "initial_manage_principal", sprintf("Who manages the secret scope %s is not known yet", [scope.address]))
}

checked contains address if {
	some scope in _scopes
	address := scope.address
}

_scopes := object.get(resources.present, "databricks_secret_scope", {})
