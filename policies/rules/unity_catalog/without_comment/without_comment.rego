# METADATA
# scope: package
# title: Catalogs, schemas and volumes say what they hold
# description: |
#   Looks for a comment on every catalog, schema and volume. Whoever finds data should learn what it is and whether it is
#   sensitive before using it. Registered models are the subject of DBX-ML-021.
# custom:
#   id: DBX-UC-025
#   severity: info
#   sets: [strict]
#   resource_types: [databricks_catalog, databricks_schema, databricks_volume]
#   attributes: [comment]
#   remediation: Write a comment that says what is in it and for whom.
#   controls:
#     nist-800-53: [CM-8]
#     cis-controls: ["1.1", "3.2"]
#     iso-27001: [A.5.9]
#     soc2: [CC6.1]
package policies.rules.unity_catalog.without_comment

import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.texts
import data.policies.lib.values

deny contains result if {
	some type in _types
	some resource in resources.present[type]
	trim_space(texts.written(resource, "comment")) == ""
	result := results.at(resource, "comment", sprintf("%s has no comment; wanted is what it holds and for whom", [resource.address]))
}

# A masked comment is there, whatever it says.
undecided contains result if {
	some type in _types
	some resource in resources.present[type]
	values.unknown(resource, "comment")
	result := results.at(resource, "comment", sprintf("The comment of %s is not known yet; wanted is what it holds and for whom", [resource.address]))
}

checked contains address if {
	some type in _types
	some address, _ in resources.present[type]
}

_types := ["databricks_catalog", "databricks_schema", "databricks_volume"]
