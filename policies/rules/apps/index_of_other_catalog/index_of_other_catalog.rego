# METADATA
# scope: package
# title: Vector search indexes lie in the catalog of their table
# description: |
#   Looks at the source table of every vector search index that follows one. An index holds a copy of what it was
#   made of, under the grants of its own catalog: in another catalog than its table it shows data of one
#   environment in another, past the grants of the table.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/generative-ai/vector-search
#     description: Vector search
# custom:
#   id: DBX-APP-005
#   severity: medium
#   sets: [strict, production]
#   resource_types: [databricks_vector_search_index]
#   attributes: [name, "delta_sync_index_spec[].source_table"]
#   remediation: Make the index in the catalog of its table.
#   controls:
#     sat: [DP-14]
#     dasf: [DASF 46]
#     nist-800-53: [CM-4(1), AC-4, SC-7(10), MP-7]
#     cis-controls: ["16.8", "3.13"]
#     iso-27001: [A.8.31, A.8.12]
#     soc2: [CC8.1, CC6.7]
package policies.rules.apps.index_of_other_catalog

import data.policies.lib.blocks
import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.texts

deny contains result if {
	some [index, block] in _followed
	name := texts.written(index, "name")
	table := texts.written(block, "source_table")
	catalog := _catalog(name)
	source := _catalog(table)
	lower(catalog) != lower(source)
	result := results.at(index, blocks.attribute(block, "source_table"), sprintf(
		"The index %s lies in another catalog than its table %s; wanted is %s",
		[name, table, source],
	))
}

undecided contains result if {
	some [index, block] in _followed
	_is_hidden(index, block)
	result := results.at(index, blocks.attribute(block, "source_table"), sprintf(
		"Whether %s lies in the catalog of its table is not known yet",
		[index.address],
	))
}

checked contains address if some address, _ in resources.present.databricks_vector_search_index

_followed := [[index, block] |
	some index in resources.present.databricks_vector_search_index
	some block in blocks.inside(blocks.whole(index), "delta_sync_index_spec")
]

_is_hidden(index, _) if texts.hidden(index, "name")

_is_hidden(_, block) if texts.hidden(block, "source_table")

# Of a name in three levels.
_catalog(name) := trim(levels[0], "`") if {
	levels := split(name, ".")
	count(levels) == 3
}
