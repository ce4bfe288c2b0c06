# METADATA
# title: Which workspaces are bound to what
# description: |
#   `databricks_workspace_binding` and the older `databricks_catalog_workspace_binding` in one form.
#   `all` an array of {resource, kind, name}: the kind of securable ("" where it is not known yet, and a
#         catalog where none is written), and its name, "" where that is not known yet.
#   `kinds[type]`     what bindings call a resource type that they are for.
#   `bound[address]`  the resources of these types that a binding is for, by name or by link.
#   `unplaced[kind]`  whether a binding may be on any securable of this kind, for nothing tells which.
package policies.lib.bindings

import data.policies.lib.resources
import data.policies.lib.values

all := [{"resource": resource, "kind": _kind(resource), "name": _name(resource)} |
	some type in ["databricks_workspace_binding", "databricks_catalog_workspace_binding"]
	some resource in resources.present[type]
]

kinds := {
	"databricks_catalog": "catalog",
	"databricks_external_location": "external_location",
	"databricks_storage_credential": "storage_credential",
	"databricks_credential": "credential",
}

bound contains address if {
	some type, kind in kinds
	some address, resource in resources.present[type]
	some binding in all
	binding.kind in {kind, ""}
	lower(binding.name) == lower(_clear(resource.values.name))
}

bound contains address if {
	some binding in all
	some address in _targets(binding.resource)
}

unplaced contains kind if {
	some kind in kinds
	some binding in all
	binding.kind in {kind, ""}
	binding.name == ""
	count(_targets(binding.resource)) == 0
}

_kind(resource) := "" if {
	values.unknown(resource, "securable_type")
} else := "catalog" if {
	values.unset(resource, "securable_type")
} else := lower(resource.values.securable_type)

_name(resource) := name if {
	some attribute in ["securable_name", "catalog_name"]
	name := _clear(resource.values[attribute])
} else := name if {
	names := {name | some target in _targets(resource); some by_address in input.resources; name := _clear(by_address[target].values.name)}
	count(names) == 1
	some name in names
} else := ""

# What its name refers to.
_targets(resource) := {target |
	some attribute in ["securable_name", "catalog_name"]
	not _is_written(resource, attribute)
	some target in resource.links[attribute]
	some type, _ in kinds
	input.resources[type][target]
}

_is_written(resource, attribute) if _clear(resource.values[attribute])

_clear(text) := text if {
	is_string(text)
	text != ""
	not values.masked(text)
}
