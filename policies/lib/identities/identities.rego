# METADATA
# title: Users, groups and service principals that a document shows
# description: |
#   Resources that assign something name an identity by an id of digits. `of(resource, attribute)` says whose
#   it is, by reference or by id, among those that the document manages or reads as data: {kind, name}. The
#   kind is "user", "group", "service_principal" or, where the document does not show it or several
#   identities are possible, "unknown"; the name is what access control lists call it, "" while not known.
#
#   `candidates(resource, attribute)`  those that are possible.
#   `all[address]`     every identity, in the same form.
#   `label(identity)`  names one inside a message.
package policies.lib.identities

import data.policies.lib.principals

of(resource, attribute) := identity if {
	found := candidates(resource, attribute)
	count(found) == 1
	some identity in found
} else := {"kind": "unknown", "name": ""}

candidates(resource, attribute) := _by_id_of(resource, attribute) | _by_link_of(resource, attribute)

label(identity) := sprintf("the %s %s", [replace(identity.kind, "_", " "), identity.name]) if {
	identity.name != ""
} else := sprintf("a %s whose name is not known yet", [replace(identity.kind, "_", " ")]) if {
	identity.kind != "unknown"
} else := "an identity that is not known here"

all := {address: identity |
	some type, kind in _kinds
	some address, resource in input.resources[type]
	identity := {"kind": _kind(kind, resource), "name": _name(kind.name, resource)}
}

_by_id_of(resource, attribute) := identities if {
	id := sprintf("%v", [resource.values[attribute]])
	identities := _by_id[id]
} else := set()

_by_link_of(resource, attribute) := {identity |
	not resource.values[attribute]
	some target in resource.links[attribute]
	some identity in _by_reference[target]
}

_by_id[id] contains identity if {
	some type, _ in _kinds
	some address, resource in input.resources[type]
	some key in ["id", "sp_id"]
	id := sprintf("%v", [resource.values[key]])
	id != ""
	identity := all[address]
}

# A link may name one instance of a counted resource or, without index, all of them.
_by_reference[reference] contains identity if {
	some address, identity in all
	some reference in {address, regex.replace(address, `\[[^\[\]]*\]$`, "")}
}

# Whoever deploys is a person or a service principal.
_kind(kind, resource) := kind.kind if {
	kind.kind
} else := "user" if {
	principals.person(_name(kind.name, resource))
} else := "service_principal" if {
	_name(kind.name, resource) != ""
}

# What access control lists call it.
_name(key, resource) := name if {
	name := resource.values[key]
	is_string(name)
	name > "(sensitive value ~" # neither "" nor a mask
} else := ""

_kinds := {
	"databricks_current_user": {"name": "user_name"},
	"databricks_group": {"kind": "group", "name": "display_name"},
	"databricks_service_principal": {"kind": "service_principal", "name": "application_id"},
	"databricks_user": {"kind": "user", "name": "user_name"},
}
