# METADATA
# scope: package
# title: Shares name tables, without their history
# description: |
#   Looks at the objects of every share. A schema that is shared hands over each table that is made in it later, before
#   anybody has looked at it; with its history a table hands over rows that were deleted from it. Both may be
#   wanted, history for instance by recipients that stream: then a waiver says so, or the parameters.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/delta-sharing/create-share
#     description: What a share may hold
# custom:
#   id: DBX-SHR-005
#   severity: medium
#   sets: [strict]
#   resource_types: [databricks_share]
#   attributes: ["object[].data_object_type", "object[].history_data_sharing_status", "object[].name"]
#   remediation: Name the tables one by one, with `history_data_sharing_status = "DISABLED"`.
#   controls:
#     nist-800-53: [AC-21, AC-4]
#     cis-controls: ["3.3"]
#     iso-27001: [A.5.14]
#     soc2: [CC6.7]
#   parameters:
#     allow_history:
#       description: Whether tables may be shared with their history.
#       default: false
#       schema: {type: boolean}
#     data_object_types:
#       description: Types of objects that no share may hold, as data_object_type has them.
#       default: [SCHEMA]
#       schema: {type: array, items: {type: string, minLength: 1}, uniqueItems: true}
package policies.rules.sharing.schema_or_history

import data.policies.lib.blocks
import data.policies.lib.parameters
import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.values

deny contains result if {
	some share in resources.present.databricks_share
	some shared in blocks.inside(blocks.whole(share), "object")
	some attribute, unwanted in _unwanted
	value := shared.values[attribute]
	message := unwanted[value]
	result := results.at(share, blocks.attribute(shared, attribute), sprintf("Share %s hands over %s %s", [_name(share), _object(shared), message]))
}

undecided contains result if {
	some share in resources.present.databricks_share
	some shared in blocks.inside(blocks.whole(share), "object")
	some attribute, unwanted in _unwanted
	count(unwanted) > 0
	values.unknown(shared, attribute)
	result := results.at(share, blocks.attribute(shared, attribute), sprintf("What share %s hands over is not known yet (%s)", [_name(share), attribute]))
}

checked contains address if some address, _ in resources.present.databricks_share

# Attribute → value → what is wrong about it.
_unwanted := {
	"data_object_type": {type: sprintf("as a whole (%s), with all that will ever be in it; wanted are its tables, one by one", [type]) |
		some type in parameters.of("DBX-SHR-005", "data_object_types")
	},
	"history_data_sharing_status": {"ENABLED": "with its history, deleted rows included; wanted is DISABLED" |
		not parameters.of("DBX-SHR-005", "allow_history")
	},
}

_name(share) := object.get(share.values, "name", "of a name that is not known yet")

_object(shared) := object.get(shared.values, "name", "an object")
