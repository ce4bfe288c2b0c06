# METADATA
# scope: package
# title: Nothing is managed at two addresses
# description: |
#   Compares the ids of resources of one type, and the names and paths of what a workspace or Unity Catalog
#   has once. Two addresses for one object overwrite each other at every apply, and whoever destroys one
#   takes the object from the other. Ids that Databricks makes up are the same nowhere else: certain. Names and paths may be those of
#   two workspaces: certain only where the document shows a single configuration of Databricks' provider,
#   which a state never does. Grants and permissions on one object are the subject of DBX-UC-008, DBX-UC-009
#   and DBX-PRM-006.
# related_resources:
#   - ref: https://developer.hashicorp.com/terraform/cli/commands/import
#     description: One object, one address
# custom:
#   id: DBX-CFG-003
#   severity: high
#   sets: [strict, production]
#   resource_types: ["*"]
#   remediation: Remove one of the two from the configuration, with a `removed` block or `terraform state rm`.
#   controls:
#     nist-800-53: [CM-6]
package policies.rules.configuration.managed_twice

import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.values

deny contains result if {
	some clash in _clashes
	clash.certain == true
	result := _result(clash, "")
}

undecided contains result if {
	some clash in _clashes
	clash.certain == false
	result := _result(clash, ", unless they are in two workspaces")
}

checked contains address if {
	some type, _ in _identity
	some address, _ in resources.present[type]
}

_result(clash, more) := results.at(clash.resource, clash.path, sprintf(
	"%s is managed at %s too: both have the %s %q%s",
	[clash.resource.address, clash.first, clash.path, clash.text, more],
))

# The address that comes first in the alphabet stands for the object.
_clashes := [clash |
	some key, addresses in _claims
	[type, _, path, text] := key
	_says_more(type, path, addresses)
	some address in addresses
	first := min(addresses)
	address != first
	clash := {
		"resource": resources.present[type][address], "path": path, "text": text, "first": first,
		"certain": true in {path == "id", count(_configurations) == 1},
	}
]

_claims[key] contains address if {
	some type, names in _identity
	some address, resource in resources.present[type]
	place := _workspace(resource)
	some [path, text] in _texts(resource, names)
	key := [type, place, path, text]
}

_texts(resource, names) := {["id", id] | id := _id(resource)} | {[path, text] |
	parts := [part |
		some name in names
		part := resource.values[name]
		is_string(part)
		part != ""
		not values.masked(part)
	]
	count(parts) == count(names)
	path := names[count(names) - 1]
	text := concat(".", parts)
}

# Where all have an id, it has been compared.
_says_more(_, path, _) if path == "id"

_says_more(type, _, addresses) if {
	ids := {address | some address in addresses; _id(resources.present[type][address])}
	ids != addresses
}

_id(resource) := resource.values.id if {
	is_string(resource.values.id)
	regex.match(`^([0-9]{9,}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9]{4}-[0-9]{6}-[a-z0-9]+)$`, resource.values.id)
}

_workspace(resource) := {id | some block in resource.values.provider_config; id := block.workspace_id}

_configurations contains key if {
	some key, provider in input.providers
	endswith(object.get(provider, "full_name", "databricks/databricks"), "databricks/databricks")
}

# By what an object of a type is the only one: an empty list where its name says nothing.
_identity := {
	"databricks_app": ["name"],
	"databricks_catalog": ["name"],
	"databricks_cluster": [],
	"databricks_cluster_policy": ["name"],
	"databricks_connection": ["name"],
	"databricks_credential": ["name"],
	"databricks_directory": ["path"],
	"databricks_external_location": ["name"],
	"databricks_job": [],
	"databricks_mlflow_experiment": ["name"],
	"databricks_mlflow_model": ["name"],
	"databricks_model_serving": ["name"],
	"databricks_notebook": ["path"],
	"databricks_pipeline": [],
	"databricks_recipient": ["name"],
	"databricks_registered_model": ["catalog_name", "schema_name", "name"],
	"databricks_repo": ["path"],
	"databricks_schema": ["catalog_name", "name"],
	"databricks_secret": ["scope", "key"],
	"databricks_secret_scope": ["name"],
	"databricks_share": ["name"],
	"databricks_sql_table": ["catalog_name", "schema_name", "name"],
	"databricks_storage_credential": ["name"],
	"databricks_volume": ["catalog_name", "schema_name", "name"],
	"databricks_workspace_file": ["path"],
}
