# METADATA
# scope: package
# title: Production catalogs are bound to workspaces
# description: |
#   Looks at `isolation_mode` of catalogs whose name says production. An open catalog, which is what Databricks makes
#   where nobody says otherwise, can be used from every workspace of the metastore, development included:
#   grants are then all that keeps the two apart. Which workspaces is the subject of DBX-UC-018 and
#   DBX-UC-026.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/catalogs/binding
#     description: Catalogs for some workspaces alone
# custom:
#   id: DBX-UC-017
#   severity: high
#   sets: [strict, production]
#   resource_types: [databricks_catalog]
#   attributes: [name, isolation_mode]
#   remediation: Set `isolation_mode = "ISOLATED"`, and bind the workspaces with databricks_workspace_binding.
#   controls:
#     nist-800-53: [CM-4(1), AC-4, SC-39, SC-2]
#     cis-controls: ["16.8", "3.12"]
#     iso-27001: [A.8.31, A.8.22, A.8.3]
#     soc2: [CC8.1, CC6.1]
#   parameters:
#     production_regex:
#       description: Catalogs of production have a name, in lower case, that matches; RE2 syntax.
#       default: (^|[^a-z])(prod|production|prd|live)([^a-z]|$)
#       schema: {type: string, minLength: 1, format: regex}
package policies.rules.unity_catalog.open_catalog

import data.policies.lib.parameters
import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.texts

deny contains result if {
	some [catalog, name] in _production
	mode := texts.written(catalog, "isolation_mode")
	lower(mode) == "open"
	result := results.at(catalog, "isolation_mode", sprintf(
		"Catalog %s is open to every workspace (isolation_mode = %q); wanted is ISOLATED",
		[name, mode],
	))
}

deny contains result if {
	some [catalog, name] in _production
	texts.left_out(catalog, "isolation_mode")
	result := results.at(catalog, "isolation_mode", sprintf(
		"Catalog %s is open to every workspace, since it has no isolation_mode; wanted is ISOLATED",
		[name],
	))
}

undecided contains result if {
	some [catalog, name] in _production
	texts.hidden(catalog, "isolation_mode")
	not texts.left_out(catalog, "isolation_mode")
	result := results.at(catalog, "isolation_mode", sprintf(
		"Whether catalog %s is open to every workspace is not known yet; wanted is ISOLATED",
		[name],
	))
}

undecided contains result if {
	some catalog in resources.present.databricks_catalog
	texts.hidden(catalog, "name")
	mode := object.get(catalog.values, "isolation_mode", "")
	mode != "ISOLATED"
	result := results.at(catalog, "name", "Whether this is a catalog of production is not known yet; such a catalog must be ISOLATED")
}

checked contains address if some address, _ in resources.present.databricks_catalog

_production contains [catalog, name] if {
	some catalog in resources.present.databricks_catalog
	name := texts.written(catalog, "name")
	regex.match(parameters.of("DBX-UC-017", "production_regex"), lower(name))
}
