# METADATA
# scope: package
# title: Database instances know no passwords and keep their past
# description: |
#   Looks at database instances (Lakebase): at native login, which lets in whoever has a password, past single
#   sign-on; at `purge_on_delete`, which leaves nothing to restore; and at how long the past is kept. Where
#   nothing is written passwords are off and seven days are kept.
# related_resources:
#   - ref: https://registry.terraform.io/providers/databricks/databricks/latest/docs/resources/database_instance
#     description: The resource and its defaults
# custom:
#   id: DBX-APP-007
#   severity: medium
#   sets: [strict, production]
#   resource_types: [databricks_database_instance]
#   attributes: [enable_pg_native_login, purge_on_delete, retention_window_in_days]
#   remediation: Leave `enable_pg_native_login` and `purge_on_delete` out, and keep the past for seven days or more.
#   controls:
#     nist-800-53: [IA-2, IA-5, CP-9, SC-28, CM-3]
#     cis-controls: ["5.6", "6.7", "11.3", "3.11"]
#     iso-27001: [A.5.16, A.8.5, A.8.13, A.8.24]
#     soc2: [CC6.1, A1.2]
#   parameters:
#     retention_days:
#       description: For how many days the past is kept at least.
#       default: 7
#       schema: {type: integer, minimum: 1}
package policies.rules.apps.database_instance

import data.policies.lib.apps
import data.policies.lib.parameters
import data.policies.lib.resources
import data.policies.lib.results

deny contains result if {
	some database in resources.present.databricks_database_instance
	some attribute, effect in _effects
	database.values[attribute] == true
	result := results.at(database, attribute, sprintf("%s of %s %s", [attribute, database.address, effect]))
}

deny contains result if {
	some database in resources.present.databricks_database_instance
	days := database.values.retention_window_in_days
	is_number(days)
	days < _least
	result := results.at(database, "retention_window_in_days", sprintf(
		"%s keeps its past for %v days; wanted are %v or more",
		[database.address, days, _least],
	))
}

undecided contains result if {
	some database in resources.present.databricks_database_instance
	some attribute in ["enable_pg_native_login", "purge_on_delete", "retention_window_in_days"]
	apps.awaited(database, attribute)
	result := results.at(database, attribute, sprintf(
		"%s of %s is not known yet; wanted are no passwords and a past that is kept",
		[attribute, database.address],
	))
}

checked contains address if some address, _ in resources.present.databricks_database_instance

_effects := {
	"enable_pg_native_login": "lets in whoever has a password; wanted is OAuth alone",
	"purge_on_delete": "leaves nothing to restore; wanted is that it is not set",
}

_least := parameters.of("DBX-APP-007", "retention_days")
