# METADATA
# title: Every entry of every databricks_permissions
# description: |
#   `entries`        an array of [resource, entry], the entry as of lib.permissions. Where entries come only
#                    with the apply one stands for them: its path is "access_control", and nothing is decided.
#   `of(attributes)` those of objects that one of these attributes names.
#   `addresses`      of the resources that they stand in, also of those without any.
package policies.lib.access

import data.policies.lib.permissions
import data.policies.lib.resources

entries := array.concat(
	[[resource, entry] |
		some address, listed in permissions.entries
		resource := resources.present.databricks_permissions[address]
		some entry in listed
	],
	[[resource, _anybody] |
		some address, _ in permissions.open
		resource := resources.present.databricks_permissions[address]
	],
)

of(attributes) := [pair |
	some pair in entries
	count(_attributes[pair[0].address] & attributes) > 0
]

addresses := {address | some address, _ in resources.present.databricks_permissions}

# A rule, since regorus finds an imported one undefined in a function that another package calls.
_attributes := permissions.attributes

_anybody := {
	"path": "access_control", "attribute": "", "kind": "unknown", "name": "", "level": "",
	"decided": {"name": false, "level": false},
}
