# METADATA
# title: Who may do what on a workspace object
# description: |
#   The entries of `databricks_permissions` in one form, and which object they are for.
#
#   `on[attribute][address]`  the resources that name an object by this attribute (`job_id`,
#                             `experiment_id` …), whether its value is known or only linked.
#   `attributes[address]`     by which attributes it does so, a set.
#   `entries[address]`        its access control entries, see `entries_of`.
#   `everyone[name]`          the names in them that stand for everybody.
#   `open[address]`           the entries themselves come only with the apply (a dynamic block over
#                             an unknown value): there may be others than `entries` shows.
#   `entries_of(values, unknown)` the same list of any values, such as `resource.before`.
#   `held_by_everyone(attribute, levels)` who, of those that stand for everybody, holds one of the levels (an
#                             object of names) on objects that this attribute names: an array of {resource,
#                             path, name, level, certain}, where certain is false for what may be so.
#   `strength(level)`         order of the levels of one object; undefined for an unlisted level.
package policies.lib.permissions

import data.policies.lib.blocks
import data.policies.lib.principals
import data.policies.lib.resources
import data.policies.lib.values as known

on := {attribute: by_address |
	all := _all
	some attribute in {name | some named in attributes; some name in named}
	by_address := {address: resource |
		some address, named in attributes
		named[attribute]
		resource := all[address]
	}
}

attributes := {address: named |
	objects := _levels.objects
	some address, resource in _all
	written := {attribute |
		some attribute, value in resource.values
		value != "" # in a state, an attribute that is not set
		objects[attribute]
	}
	unwritten := {attribute |
		resource.unknown
		some attribute, _ in blocks.unwritten(resource)
		objects[attribute]
	}
	named := written | unwritten
}

entries := {address: listed |
	some address, resource in _all
	listed := entries_of(resource.values, blocks.unknown(resource))
}

everyone := {name |
	some name in {entry.name | some listed in entries; some entry in listed}
	principals.everyone(name)
}

open := {address: true |
	some address, resource in _all
	resource.unknown
	known.unknown(resource, "access_control")
}

# An array of entries, one per principal that a block names:
#   path       "access_control[2]"
#   attribute  "group_name", "user_name" or "service_principal_name"; "" when no principal is known
#   kind       "group", "user", "service_principal" or "unknown"
#   name       of the principal, "" when it is not known
#   level      such as "CAN_MANAGE", "" when it is not known
#   decided    {"name": …, "level": …}: false for what is unknown, masked or not written. A mask is
#              still given as name or level: it may be quoted, and equal masks hide equal values.
# The index in `path` is that of the block in `values`, as Terraform lists the set.
entries_of(values, unknown) := plain if {
	not unknown.access_control
	plain := _plain_entries_of(values)
	count(plain) == count(values.access_control)
} else := _doubtful_entries_of(values, unknown)

held_by_everyone(attribute, levels) := array.concat(
	[holding |
		some address, resource in on[attribute]
		some entry in entries[address]
		entry.kind in {"group", "unknown"}
		_may_be_everyone(entry)
		_may_be_of(entry, levels)
		holding := {
			"resource": resource, "path": sprintf("%s.permission_level", [entry.path]),
			"name": entry.name, "level": entry.level,
			"certain": entry.decided == {"name": true, "level": true},
		}
	],
	[{"resource": resource, "path": "access_control", "name": "", "level": "", "certain": false} |
		some address, resource in on[attribute]
		open[address]
	],
)

strength(level) := _levels.strength[level]

# A rule is evaluated once; the way through `data` costs the embedded engine ten times a call.
_levels := data.tfcheck.domain.permission_levels

# Nearly every block is known and names one principal and its level: those are read without the
# function calls that the others need, which is what large plans are judged by. Behind "(sensitive
# value ~" in the order of texts come neither "" nor masks, and a comparison costs a tenth of a call.
_plain_entries_of(values) := [entry |
	kinds := _kinds
	some i, block in values.access_control
	level := block.permission_level
	level > "(sensitive value ~"
	named := [attribute | some attribute, _ in kinds; block[attribute] != ""]
	not named[1]
	attribute := named[0]
	name := block[attribute]
	name > "(sensitive value ~"
	entry := {
		"path": sprintf("access_control[%d]", [i]),
		"attribute": attribute,
		"kind": kinds[attribute],
		"name": name,
		"level": level,
		"decided": {"name": true, "level": true},
	}
]

_doubtful_entries_of(values, unknown) := [entry |
	some block in blocks.of(values, unknown, "access_control")
	level := object.get(block.values, "permission_level", "")
	some principal in _principals(block)
	entry := {
		"path": block.path,
		"attribute": principal.attribute,
		"kind": object.get(_kinds, principal.attribute, "unknown"),
		"name": principal.name,
		"level": level,
		"decided": {"name": _decided(principal.name), "level": _decided(level)},
	}
]

_may_be_everyone(entry) if entry.decided.name == false

_may_be_everyone(entry) if everyone[entry.name]

_may_be_of(entry, _) if entry.decided.level == false

_may_be_of(entry, levels) if levels[entry.level]

_all := object.get(resources.present, "databricks_permissions", {})

_kinds := {"group_name": "group", "user_name": "user", "service_principal_name": "service_principal"}

# A block names one principal; who it is may be unknown.
_principals(block) := named if {
	named := {{"attribute": attribute, "name": name} |
		some attribute, _ in _kinds
		name := _name(block, attribute)
	}
	count(named) > 0
} else := {{"attribute": "", "name": ""}}

_name(block, attribute) := block.values[attribute] if {
	block.values[attribute] != ""
} else := "" if {
	block.unknown[attribute]
}

default _decided(_) := false

_decided(value) if {
	value != ""
	not known.masked(value)
}
