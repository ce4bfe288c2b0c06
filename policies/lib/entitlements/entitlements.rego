# METADATA
# title: Entitlements, wherever they are given
# description: |
#   Users, groups and service principals have entitlements among their own attributes, or in a
#   `databricks_entitlements` that names them.
#
#   `addresses`            of all resources that may give one.
#   `given_to_others(attribute, allowed)` who gets an entitlement, such as "allow_cluster_create", and is not
#                          named in the set `allowed`: an array of {resource, identity, certain}, the identity
#                          as of lib.identities. Certain is false where the value or the name is not known yet.
package policies.lib.entitlements

import data.policies.lib.identities
import data.policies.lib.principals
import data.policies.lib.resources
import data.policies.lib.values as known

addresses := {address | some resource in _all; address := resource.address}

given_to_others(attribute, allowed) := [other |
	some resource in _all
	some state in _states(resource, attribute)
	identity := _identity(resource)
	among := {name | some name in allowed; principals.same(name, identity.name)}
	count(among) == 0
	other := {"resource": resource, "identity": identity, "certain": _is_certain(state, identity, allowed)}
]

_states(resource, attribute) := {"given"} if {
	resource.values[attribute] == true
} else := {"not known"} if {
	known.unknown(resource, attribute)
}

default _is_certain(_, _, _) := false

# Where nobody is allowed a name decides nothing.
_is_certain("given", _, allowed) if count(allowed) == 0

_is_certain("given", identity, _) if identity.name != ""

_identity(resource) := _identities[resource.address] if {
	resource.type != "databricks_entitlements"
} else := identities.of(resource, attribute) if {
	some attribute in ["group_id", "service_principal_id", "user_id"]
	not known.unset(resource, attribute)
} else := {"kind": "unknown", "name": ""}

_all := [resource | some type in _types; some resource in resources.present[type]]

# A rule, since regorus finds an imported one undefined in a function that another package calls.
_identities := identities.all

_types := ["databricks_user", "databricks_group", "databricks_service_principal", "databricks_entitlements"]
