# METADATA
# scope: package
# title: System tables of auditing are enabled
# description: |
#   Looks at databricks_system_schema. A schema of `schemas` that the state shows as not enabled, or
#   that the plan deletes, which disables it, leaves nobody a table to ask who did what. A document
#   that manages some system schemas but not all of `schemas` leaves it open whether the others are
#   enabled: undecided.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/admin/system-tables/
#     description: System tables
# custom:
#   id: DBX-AUD-002
#   severity: medium
#   sets: [strict]
#   resource_types: [databricks_system_schema]
#   attributes: [schema, state]
#   remediation: Declare a databricks_system_schema for each of the wanted schemas.
#   controls:
#     sat: [GOV-34]
#     dasf: [DASF 55]
#     nist-800-53: [AU-2, AU-6, AU-12]
#     cis-controls: ["8.2", "8.5"]
#     iso-27001: [A.8.15, A.8.16]
#     soc2: [CC7.2]
#   parameters:
#     schemas:
#       description: System schemas that should be enabled.
#       default: [access]
#       schema: {type: array, items: {type: string, minLength: 1}, minItems: 1, uniqueItems: true}
package policies.rules.audit.system_schemas

import data.policies.lib.parameters
import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.texts

deny contains result if {
	some schema in _schemas
	name := _name(schema)
	_wanted[name]
	state := upper(texts.written(schema, "state"))
	state != ""
	not startswith(state, "ENABLE")
	state != "MANAGED"
	result := results.at(schema, "state", sprintf("System schema %s is %s; wanted is enabled", [name, state]))
}

deny contains result if {
	some name, schemas in _deleted
	some schema in schemas
	result := results.at(schema, "", sprintf("The plan deletes system schema %s, which disables it", [name]))
}

undecided contains result if {
	some schema in _schemas
	texts.hidden(schema, "schema")
	result := results.at(schema, "schema", "Which system schema this enables is not known yet")
}

undecided contains result if {
	count(_schemas) > 0
	not _managed[""]
	elsewhere := [name | some name, _ in _wanted; not _managed[name]; not _deleted[name]]
	count(elsewhere) > 0
	result := results.document("", sprintf(
		"System schemas are managed here, but not %s; whether that is enabled cannot be seen",
		[concat(", ", elsewhere)],
	))
}

checked := {schema.address | some schema in _schemas} | {result.address | some result in (deny | undecided)}

_schemas := object.get(resources.present, "databricks_system_schema", {})

# "" where it is not known.
_name(schema) := lower(texts.written(schema, "schema")) if {
	not texts.hidden(schema, "schema")
} else := ""

_managed := {_name(schema): true | some schema in _schemas}

_deleted[name] contains schema if {
	some schema in resources.destroyed.databricks_system_schema
	name := lower(texts.written({"values": schema.before}, "schema"))
	_wanted[name]
	not _managed[name]
	not _managed[""]
}

_wanted := {lower(name): true | some name in parameters.of("DBX-AUD-002", "schemas")}
