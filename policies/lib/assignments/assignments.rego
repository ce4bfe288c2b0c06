# METADATA
# title: Who is assigned to a workspace, and as what
# description: |
#   `all`     every `databricks_permission_assignment` and `databricks_mws_permission_assignment` in one form,
#             an array of {resource, identity, admin}: the identity as of lib.identities; admin is true, false
#             or "unknown".
package policies.lib.assignments

import data.policies.lib.identities
import data.policies.lib.lists
import data.policies.lib.resources

all := [assignment |
	some type in ["databricks_permission_assignment", "databricks_mws_permission_assignment"]
	some resource in resources.present[type]
	assignment := {"resource": resource, "identity": _identity(resource), "admin": _is_admin(resource)}
]

# The first of both types may name the principal instead of its id, and a state always does.
_identity(resource) := {"kind": kind, "name": name} if {
	some attribute, kind in {"group_name": "group", "service_principal_name": "service_principal", "user_name": "user"}
	name := resource.values[attribute]
	name > "(sensitive value ~" # neither "" nor a mask
} else := identities.of(resource, "principal_id")

_is_admin(resource) if {
	"ADMIN" in lists.of(resource.values, "permissions")
} else := "unknown" if {
	lists.awaited(resource, "permissions")
} else := false
