# METADATA
# title: Who holds which Unity Catalog privileges
# description: |
#   `databricks_grants` (many grants in blocks) and `databricks_grant` (one in its own attributes)
#   in one form.
#
#   `resources[address]`        all of them that are there after the change.
#   `on[attribute][address]`    those that name a securable by this attribute (`schema`, `model`,
#                               `function` …), whether its value is known or only linked.
#   `attributes[address]`       by which attributes it does so, a set.
#   `entries[address]`          their grants, see `entries_of`.
#   `open[address]`             the grants themselves come only with the apply (a dynamic block over
#                               an unknown value): there may be others than `entries` shows.
#   `entries_of(type, values, unknown)` the same list of any values, such as `resource.before`.
package policies.lib.grants

import data.policies.lib.blocks
import data.policies.lib.resources as all
import data.policies.lib.values as known

resources := {address: resource |
	some type in ["databricks_grants", "databricks_grant"]
	some address, resource in all.present[type]
}

on[attribute][address] := resource if {
	some address, named in attributes
	some attribute in named
	resource := resources[address]
}

attributes := {address: named |
	some address, resource in resources
	written := {attribute |
		some attribute, value in resource.values
		value != "" # in a state, an attribute that is not set
		not _not_a_securable[attribute]
	}
	unwritten := {attribute |
		resource.unknown
		some attribute, _ in blocks.unwritten(resource)
		not _not_a_securable[attribute]
	}
	named := written | unwritten
}

entries := {address: listed |
	some address, resource in resources
	listed := entries_of(resource.type, resource.values, blocks.unknown(resource))
}

open := {address: true |
	some address, resource in resources
	resource.unknown
	resource.type == "databricks_grants"
	known.unknown(resource, "grant")
}

# An array of grants:
#   path        "grant[2]"; "" for `databricks_grant`, which is one grant
#   paths       {"principal": "grant[2].principal", "privileges": "grant[2].privileges"}
#   principal   as written, "" when it is not known
#   privileges  the set of those known, as the API spells them: "ALL PRIVILEGES" is ALL_PRIVILEGES
#   decided     {"principal": …, "privileges": …}: false for what is unknown, masked or not written.
#               A masked principal is still given: it may be quoted, and equal masks hide equal names.
entries_of("databricks_grants", values, unknown) := plain if {
	not unknown.grant
	plain := _plain_entries_of(values)
	count(plain) == count(values.grant)
} else := [entry |
	some block in blocks.of(values, unknown, "grant")
	entry := _entry(block.path, concat(".", [block.path, ""]), block.values, block.unknown)
]

entries_of("databricks_grant", values, unknown) := [_entry("", "", values, _object(unknown))]

# What another version of the provider, or a hand, wrote in another form is nothing that could be decided.
_principal(values) := values.principal if {
	is_string(values.principal)
} else := ""

_listed(values) := values.privileges if {
	is_array(values.privileges)
} else := []

# Nearly every block is known: those are read without the function calls that the others need,
# which is what large plans are judged by. Behind "(sensitive value ~" in the order of texts come
# neither "" nor masks, lists and objects come behind all texts, and a comparison costs a tenth of a call.
_plain_entries_of(values) := [entry |
	some i, block in values.grant
	block.principal > "(sensitive value ~"
	block.principal < []
	is_array(block.privileges)
	privileges := {upper(replace(trim_space(text), " ", "_")) |
		some text in block.privileges
		text > "(sensitive value ~"
		text < []
	}
	count(privileges) == count(block.privileges)
	path := sprintf("grant[%d]", [i])
	entry := {
		"path": path,
		"paths": {"principal": concat("", [path, ".principal"]), "privileges": concat("", [path, ".privileges"])},
		"principal": block.principal,
		"privileges": privileges,
		"decided": {"principal": true, "privileges": true},
	}
]

_entry(path, prefix, values, unknown) := {
	"path": path,
	"paths": {"principal": concat("", [prefix, "principal"]), "privileges": concat("", [prefix, "privileges"])},
	"principal": principal,
	"privileges": {upper(replace(trim_space(text), " ", "_")) |
		some text in privileges
		_clear(text)
	},
	"decided": {"principal": _clear(principal), "privileges": _all_clear(values, unknown)},
} if {
	principal := _principal(values)
	privileges := _listed(values)
}

default _all_clear(_, _) := false

_all_clear(values, unknown) if {
	object.get(unknown, "privileges", false) == false
	is_array(values.privileges)
	every text in values.privileges {
		_clear(text)
	}
}

default _clear(_) := false

_clear(text) if {
	is_string(text)
	text != ""
	not known.masked(text)
}

_not_a_securable := {"id": true, "principal": true, "privileges": true, "grant": true, "provider_config": true}

_object(value) := value if {
	is_object(value)
} else := {}
