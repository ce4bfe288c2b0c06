# METADATA
# scope: package
# title: Catalogs, schemas and volumes have grants
# description: |
#   Looks for a `databricks_grants` or `databricks_grant` on every catalog, schema and volume, or on a catalog or schema
#   around it, whose grants hold for it too. Without one nobody but the owner has access, or somebody gave it by
#   hand, which no review has seen. Grants that another configuration manages are not seen. Undecided in a
#   plan that covers a part of the configuration, and where it is not known yet what a grant is on.
#   Registered models are the subject of DBX-ML-002.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/data-governance/unity-catalog/manage-privileges/privileges
#     description: Privileges of Unity Catalog, and what they are for
# custom:
#   id: DBX-UC-022
#   severity: low
#   sets: [strict]
#   resource_types: [databricks_catalog, databricks_schema, databricks_volume]
#   attributes: [name]
#   remediation: Declare the grants beside it.
#   controls:
#     nist-800-53: [AC-3, AC-6]
#     cis-controls: ["3.3", "6.8"]
#     iso-27001: [A.5.15, A.5.18, A.8.3]
#     soc2: [CC6.1, CC6.3]
package policies.rules.unity_catalog.without_grants

import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.securables

deny contains result if {
	some resource in _without
	not _may_have_some
	result := results.at(resource, "", sprintf("Nothing here grants anything on %s, or on what is around it; wanted is a databricks_grants", [resource.address]))
}

undecided contains result if {
	some resource in _without
	_may_have_some
	result := results.at(resource, "", sprintf("Nothing here grants anything on %s, or on what is around it, but %s", [resource.address, concat(" and ", _reasons)]))
}

checked contains address if some address, _ in _judged

_judged := {address: resource |
	some type, _ in _around
	some address, resource in resources.present[type]
}

_without := [resource |
	some address, resource in _judged
	not _granted[address]
]

_granted contains address if {
	some address, keys in _keys
	some key in keys
	securables.at[key]
}

# Of a resource and of what is around it: a volume, its schema, and its catalog.
_keys[address] contains key if some address, key in securables.keys

_keys[address] contains key if {
	some address, resource in _judged
	some kind, parts in _around[resource.type]
	names := [name | some part in parts; name := resource.values[part]; is_string(name)]
	count(names) == count(parts)
	key := sprintf("%s %s", [kind, lower(concat(".", names))])
}

# A catalog whose name is not known yet, and its schema.
_keys[address] contains key if {
	some address, resource in _judged
	some attribute in ["catalog_name", "schema_name"]
	some target in resource.links[attribute]
	key := securables.keys[target]
}

_around := {
	"databricks_catalog": {},
	"databricks_schema": {"catalog": ["catalog_name"]},
	"databricks_volume": {"catalog": ["catalog_name"], "schema": ["catalog_name", "schema_name"]},
}

_may_have_some if count(_reasons) > 0

_reasons contains "the plan covers only a part of the configuration" if input.document.complete == false

_reasons contains reason if {
	some address, named in securables.attributes
	not securables.key[address]
	_may_be_around(named)
	reason := sprintf("%s may be on it", [address])
}

_may_be_around(named) if count(named & {"catalog", "schema", "volume"}) > 0

_may_be_around(named) if count(named) == 0
