# METADATA
# scope: package
# title: Access to secrets is for named groups and service principals
# description: |
#   Looks at every databricks_secret_acl. A group that holds everybody lets each user of the workspace
#   read the secrets, whatever the permission. A person with WRITE or MANAGE can replace them, past
#   every review.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/security/auth/access-control/#secret-acls
#     description: Permissions on secrets
# custom:
#   id: DBX-SEC-004
#   severity: high
#   sets: [strict, production]
#   resource_types: [databricks_secret_acl]
#   attributes: [principal, permission]
#   remediation: Give READ to a group or service principal, and MANAGE to a group of administrators.
#   controls:
#     sat: [DP-1]
#     dasf: [DASF 33]
#     nist-800-53: [AC-3, AC-6]
#     cis-controls: ["3.3", "6.8"]
#     iso-27001: [A.5.15, A.5.18, A.8.3]
#     soc2: [CC6.1, CC6.3]
package policies.rules.secrets.acl_too_wide

import data.policies.lib.principals
import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.texts

deny contains result if {
	some acl in _acls
	principal := texts.written(acl, "principal")
	principals.everyone(principal)
	result := results.at(acl, "principal", sprintf(
		`"%s", which is everyone, holds %s on a secret scope`,
		[principal, _permission(acl)],
	))
}

deny contains result if {
	some acl in _acls
	principal := texts.written(acl, "principal")
	principals.person(principal)
	_writes[_permission(acl)]
	result := results.at(acl, "permission", sprintf("The person %s holds %s on a secret scope; wanted is READ at most", [principal, _permission(acl)]))
}

undecided contains result if {
	some acl in _acls
	texts.hidden(acl, "principal")
	result := results.at(acl, "principal", "Who may use this secret scope is not known yet")
}

undecided contains result if {
	some acl in _acls
	texts.hidden(acl, "permission")
	principal := texts.written(acl, "principal")
	principals.person(principal)
	result := results.at(acl, "permission", sprintf("What the person %s may do with this secret scope is not known yet; wanted is READ at most", [principal]))
}

checked contains address if {
	some acl in _acls
	address := acl.address
}

_acls := object.get(resources.present, "databricks_secret_acl", {})

_permission(acl) := upper(texts.written(acl, "permission")) if {
	not texts.hidden(acl, "permission")
} else := "a permission"

_writes := {"WRITE": true, "MANAGE": true}
