# METADATA
# scope: package
# title: Production catalogs are written from production workspaces alone
# description: |
#   Looks at the bindings of catalogs whose name says production. A workspace that is none of production, and may write
#   there, lets code that nobody has released change what production decides on; it may read, where grants
#   allow. Which workspaces are production's no document tells: the parameter does, and without it a binding
#   that writes is undecided.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/catalogs/binding
#     description: Catalogs for some workspaces alone
# custom:
#   id: DBX-UC-026
#   severity: high
#   sets: [strict, production]
#   resource_types: [databricks_workspace_binding, databricks_catalog_workspace_binding]
#   attributes: [securable_name, securable_type, workspace_id, binding_type]
#   remediation: Set `binding_type = "BINDING_TYPE_READ_ONLY"`, or bind a workspace of production.
#   controls:
#     nist-800-53: [AC-4, CM-4(1)]
#     cis-controls: ["16.8"]
#     iso-27001: [A.8.31]
#     soc2: [CC8.1]
#   parameters:
#     production_regex:
#       description: Catalogs of production have a name, in lower case, that matches; RE2 syntax.
#       default: (^|[^a-z])(prod|production|prd|live)([^a-z]|$)
#       schema: {type: string, minLength: 1, format: regex}
#     production_workspaces:
#       description: Ids of the workspaces of production.
#       default: []
#       schema: {type: array, items: {type: string, pattern: "^ *[0-9]+ *$"}, uniqueItems: true}
package policies.rules.unity_catalog.bound_elsewhere

import data.policies.lib.bindings
import data.policies.lib.parameters
import data.policies.lib.results
import data.policies.lib.values

deny contains result if {
	some binding in _writing
	_is_certain(binding)
	result := results.at(binding.resource, "workspace_id", sprintf(
		"Workspace %v may write catalog %s, and is none of production; wanted is BINDING_TYPE_READ_ONLY, or a workspace of production (%s)",
		[binding.resource.values.workspace_id, binding.name, concat(", ", _workspaces)],
	))
}

undecided contains result if {
	some binding in _writing
	not _is_certain(binding)
	result := results.at(binding.resource, "workspace_id", sprintf(
		"Whether a workspace outside production may write %s is not known: %s; wanted is BINDING_TYPE_READ_ONLY, or a workspace of production",
		[_label(binding), _reason],
	))
}

checked contains address if {
	some binding in bindings.all
	binding.kind in {"catalog", ""}
	address := binding.resource.address
}

# Those that write, maybe, from what is none of production, maybe.
_writing := [binding |
	some binding in bindings.all
	binding.kind in {"catalog", ""}
	not _is_read_only(binding)
	_may_be_production(binding)
	not _is_of_production(binding)
]

_is_read_only(binding) if binding.resource.values.binding_type == "BINDING_TYPE_READ_ONLY"

_may_be_production(binding) if binding.name == ""

_may_be_production(binding) if {
	regex.match(parameters.of("DBX-UC-026", "production_regex"), lower(binding.name))
}

# Numbers of sixteen digits; in some versions of the provider a text.
_is_of_production(binding) if {
	workspace := sprintf("%v", [binding.resource.values.workspace_id])
	_workspaces[workspace]
}

_is_certain(binding) if {
	count(_workspaces) > 0
	binding.kind == "catalog"
	binding.name != ""
	resource := binding.resource
	resource.values.workspace_id
	not values.unknown(resource, "binding_type")
}

_workspaces := {trim_space(id) | some id in parameters.of("DBX-UC-026", "production_workspaces")}

_label(binding) := sprintf("catalog %s", [binding.name]) if {
	binding.name != ""
} else := "this catalog"

_reason := "the parameter production_workspaces names none" if {
	count(_workspaces) == 0
} else := "that comes with the apply"
