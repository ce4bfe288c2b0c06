# METADATA
# scope: package
# title: Tokens of recipients end
# description: |
#   Looks at `delta_sharing_recipient_token_lifetime_in_seconds` of metastores that share with the outside
#   (`delta_sharing_scope = INTERNAL_AND_EXTERNAL`). A recipient's token opens the shared data to whoever has it, from
#   anywhere; with 0, or without a number, it does so for ever.
# related_resources:
#   - ref: https://registry.terraform.io/providers/databricks/databricks/latest/docs/resources/metastore
#     description: delta_sharing_scope and delta_sharing_recipient_token_lifetime_in_seconds
#   - ref: https://docs.databricks.com/aws/en/delta-sharing/create-recipient
#     description: Recipients outside Databricks, their tokens and addresses
# custom:
#   id: DBX-SHR-001
#   severity: high
#   sets: [strict, production]
#   resource_types: [databricks_metastore]
#   attributes: [delta_sharing_recipient_token_lifetime_in_seconds, delta_sharing_scope]
#   remediation: Set delta_sharing_recipient_token_lifetime_in_seconds to 7776000 (90 days) or less.
#   controls:
#     sat: [GOV-17, GOV-19]
#     dasf: [DASF 51]
#     nist-800-53: [IA-5(1), IA-5(6), AC-12, AC-21, AC-4]
#     cis-controls: ["3.3"]
#     iso-27001: [A.5.17, A.5.14]
#     soc2: [CC6.1, CC6.7]
#   parameters:
#     max_seconds:
#       description: How long a token may live at most.
#       default: 7776000
#       schema: {type: integer, minimum: 1}
package policies.rules.sharing.token_lifetime

import data.policies.lib.parameters
import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.values

deny contains result if {
	some metastore in _sharing
	_is_external(metastore)
	not values.unknown(metastore, _name)
	seconds := object.get(metastore.values, _name, 0)
	text := _too_long(seconds)
	result := results.at(metastore, _name, sprintf("Tokens of recipients %s; wanted are at most %v seconds", [text, _most]))
}

undecided contains result if {
	some metastore in _sharing
	_may_be_too_long(metastore)
	result := results.at(metastore, _name, sprintf("How long tokens of recipients outside Databricks live is not known yet; wanted are at most %v seconds", [_most]))
}

checked contains address if some address, _ in resources.present.databricks_metastore

# With the outside, maybe.
_sharing := [metastore |
	some metastore in resources.present.databricks_metastore
	not _is_internal(metastore)
]

_is_internal(metastore) if {
	not values.unknown(metastore, "delta_sharing_scope")
	scope := object.get(metastore.values, "delta_sharing_scope", "")
	scope != "INTERNAL_AND_EXTERNAL"
}

_is_external(metastore) if metastore.values.delta_sharing_scope == "INTERNAL_AND_EXTERNAL"

_may_be_too_long(metastore) if values.unknown(metastore, _name)

_may_be_too_long(metastore) if {
	values.unknown(metastore, "delta_sharing_scope")
	seconds := object.get(metastore.values, _name, 0)
	_too_long(seconds)
}

_too_long(0) := "never end"

_too_long(seconds) := sprintf("live %v seconds", [seconds]) if {
	is_number(seconds)
	seconds > _most
}

_name := "delta_sharing_recipient_token_lifetime_in_seconds"

_most := parameters.of("DBX-SHR-001", "max_seconds")
