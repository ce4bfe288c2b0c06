# METADATA
# scope: package
# title: Production SQL warehouses run the current channel
# description: |
#   Looks at the `channel` of SQL warehouses. The preview channel gets versions that are not released
#   yet, and may change results or stop working. Only warehouses of a production target are looked at.
# related_resources:
#   - ref: https://registry.terraform.io/providers/databricks/databricks/latest/docs/resources/sql_endpoint
#     description: The resource, and its defaults
# custom:
#   id: DBX-SQL-003
#   severity: low
#   sets: [production]
#   resource_types: [databricks_sql_endpoint]
#   attributes: ["channel[].name"]
#   remediation: Set the channel to CHANNEL_NAME_CURRENT, or leave it out.
#   controls:
#     nist-800-53: [CM-3, CM-5]
#     cis-controls: ["4.1"]
#     iso-27001: [A.8.9, A.8.32]
#     soc2: [CC8.1]
package policies.rules.sql_warehouses.preview_channel

import data.policies.lib.blocks
import data.policies.lib.production
import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.texts
import data.policies.lib.warehouses

deny := production.denied(_violations)

undecided := production.undecided(_violations, _doubts)

checked contains address if {
	production.matters
	some address, _ in resources.present.databricks_sql_endpoint
}

_violations contains result if {
	some warehouse in resources.present.databricks_sql_endpoint
	some i, channel in warehouse.values.channel
	channel.name == "CHANNEL_NAME_PREVIEW"
	result := results.at(warehouse, sprintf("channel[%d].name", [i]), sprintf(
		"%s runs the channel CHANNEL_NAME_PREVIEW; in production it is CHANNEL_NAME_CURRENT",
		[warehouses.label(warehouse)],
	))
}

_doubts contains result if {
	some warehouse in resources.present.databricks_sql_endpoint
	some channel in blocks.inside(blocks.whole(warehouse), "channel")
	texts.hidden(channel, "name")
	result := results.at(warehouse, blocks.attribute(channel, "name"), sprintf(
		"%s: which channel it runs is not known yet; in production it is CHANNEL_NAME_CURRENT",
		[warehouses.label(warehouse)],
	))
}
