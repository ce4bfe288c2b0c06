# METADATA
# title: Who owns what
# description: |
#   Of the resources of some types that stay:
#   `persons(types)` those that a person owns: an array of [resource, the owner in a message].
#   `untold(types)`  those of which the owner is not known yet, or is whoever applies.
#   `unwritten(resource)` nobody wrote who owns it.
#   `word(resource)` its type in a message: "catalog", "table".
#
#   Persons are told by an e-mail address, or by the `databricks_user` that the owner comes from.
package policies.lib.owners

import data.policies.lib.principals
import data.policies.lib.resources
import data.policies.lib.texts

persons(types) := array.concat(
	[[resource, sprintf("the person %q", [owner])] |
		some type in types
		some resource in _present[type]
		owner := _owner(resource)
		principals.person(owner)
	],
	[[resource, "a person, a databricks_user"] |
		some type in types
		some resource in _present[type]
		_comes_from(resource, ["databricks_user"])
	],
)

untold(types) := [resource |
	some type in types
	some resource in _present[type]
	owners := {owner | owner := _owner(resource)} - {""}
	count(owners) == 0
	not _comes_from(resource, ["databricks_user", "databricks_service_principal", "databricks_group"])
]

unwritten(resource) if {
	texts.left_out(resource, "owner")
	object.get(resource.values, "effective_owner", "") == ""
}

word(resource) := replace(trim_prefix(trim_prefix(resource.type, "databricks_"), "sql_"), "_", " ")

# A share says in another attribute to whom it has fallen.
_owner(resource) := owner if {
	owner := texts.written(resource, "owner")
	owner != ""
} else := texts.written(resource, "effective_owner") if {
	texts.written(resource, "owner") == ""
}

_comes_from(resource, types) if {
	texts.hidden(resource, "owner")
	targets := resource.links.owner
	made := {target | some target in targets; some type in types; input.resources[type][target]}
	count(made) == count(targets)
}

# A rule, since regorus finds an imported one undefined in a function that another package calls.
_present := resources.present
