# METADATA
# title: Which of some privileges which principals hold
# description: |
#   `of(principals, privileges)` every grant that gives one of the privileges to one of the principals: an
#   array of {resource, path, principal, held, certain}. `held` are those of the privileges that are known, ""
#   a principal that is not. `certain` is false for what may be so once everything is known.
#   `on(attribute, principals, privileges)` the same on securables that this attribute names.
#
#   Principals are {names, never}: names as grants spell them, and the types of resources that make none
#   of them, for a principal that is not known yet. `everyone` are those that stand for everybody, `people`
#   persons, `everyone_or_people` both, `strangers(allowed)` all that are not allowed.
#   `comes_from(resource, entry, types)` whether resources of these types make a principal that is not known yet.
#   `known_names` every principal of a grant, as written.
#   `granted` every privilege that the document grants, to whomever.
#   `who(holding)` the principal in a message, which says so of everyone and of persons.
package policies.lib.holdings

import data.policies.lib.grants
import data.policies.lib.principals
import data.policies.lib.securables
import data.policies.lib.values as known

everyone := {"names": _everyone, "never": _principals}

people := {"names": _people, "never": _principals - {"databricks_user"}}

everyone_or_people := {"names": (_everyone | _people), "never": people.never}

strangers(allowed) := {"names": _but(allowed), "never": set()}

of(sought, privileges) := array.concat(
	[holding |
		some address, entries in _entries
		some entry in entries
		_may_be_one(entry, sought, address)
		held := entry.privileges & privileges
		_may_hold(entry, held)
		holding := {
			"resource": _resources[address], "path": _path(entry, sought),
			"principal": entry.principal, "held": held,
			"certain": _certain(entry, sought, held),
		}
	],
	[{"resource": _resources[address], "path": "grant", "principal": "", "held": set(), "certain": false} |
		some address, _ in _open
	],
)

on(attribute, sought, privileges) := [holding |
	some found in of(sought, privileges)
	named := _attributes[found.resource.address]
	_may_be_on(attribute, named, found.resource)
	holding := object.union(found, {"certain": _both(found.certain, named == {attribute})})
]

comes_from(resource, entry, types) if {
	targets := resource.links[entry.paths.principal]
	made := {target | some target in targets; some type in types; input.resources[type][target]}
	count(made) == count(targets)
}

who(holding) := "A principal that is not known yet" if {
	holding.principal == ""
} else := sprintf(`"%s", which is everyone,`, [holding.principal]) if {
	_everyone[holding.principal]
} else := sprintf(`"%s", a person,`, [holding.principal]) if {
	_people[holding.principal]
} else := sprintf(`"%s"`, [holding.principal])

_may_be_one(entry, sought, _) if sought.names[entry.principal]

_may_be_one(entry, sought, address) if {
	not entry.decided.principal
	resource := _resources[address]
	never := sought.never
	not comes_from(resource, entry, never)
}

_may_hold(_, held) if count(held) > 0

_may_hold(entry, _) if not entry.decided.privileges

default _certain(_, _, _) := false

_certain(entry, sought, held) if {
	sought.names[entry.principal]
	count(held) > 0
}

# Where one looks first: at who it is, as long as that is not known.
_path(entry, sought) := entry.paths.privileges if {
	sought.names[entry.principal]
} else := entry.paths.principal

_may_be_on(attribute, named, _) if named[attribute]

_may_be_on(_, named, resource) if {
	count(named) == 0
	resource.unknown == true
}

default _both(_, _) := false

_both(true, true) := true

granted := {privilege | some entries in _entries; some entry in entries; some privilege in entry.privileges}

_everyone := {name |
	some name in known_names
	principals.everyone(name)
}

_people := {name |
	some name in known_names
	principals.person(name)
}

# Where none is allowed, one that is not known yet is not either.
_but(allowed) := _names if {
	count(allowed) == 0
} else := names if {
	folded := {lower(trim_space(text)) | some text in allowed}
	names := {name |
		some name in known_names
		spelt := lower(trim_space(name))
		not folded[spelt]
	}
}

_principals := {"databricks_user", "databricks_service_principal", "databricks_group"}

_names := {entry.principal | some entries in _entries; some entry in entries}

known_names := {name |
	some name in _names
	name != ""
	not known.masked(name)
}

# Rules, since regorus finds imported ones undefined in a function that another package calls.
_entries := grants.entries

_resources := grants.resources

_open := grants.open

_attributes := securables.attributes
