# METADATA
# scope: package
# title: External locations do not overlap
# description: |
#   Compares `url` of all external locations of a document. Of two that overlap, a path has two sets of
#   rights; Unity Catalog refuses the second. Locations of different metastores may overlap, where both
#   are known.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/connect/unity-catalog/cloud-storage/external-locations
#     description: External locations
#   - ref: https://registry.terraform.io/providers/databricks/databricks/latest/docs/resources/external_location
#     description: The resource, and its defaults
# custom:
#   id: DBX-STO-005
#   severity: medium
#   sets: [strict, production]
#   resource_types: [databricks_external_location]
#   attributes: [url, metastore_id]
#   remediation: Move one of them to a folder of its own.
#   controls:
#     nist-800-53: [AC-3, AC-6]
#     cis-controls: ["3.3", "6.8"]
#     iso-27001: [A.5.15, A.5.18, A.8.3]
#     soc2: [CC6.1, CC6.3]
package policies.rules.storage.overlapping_locations

import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.storage
import data.policies.lib.texts

deny contains result if {
	some [inner, outer] in _pairs
	result := results.at(inner, "url", sprintf(
		"%s (%s) overlaps %s (%s); wanted are folders beside each other",
		[storage.label(inner), inner.values.url, storage.label(outer), outer.values.url],
	))
}

undecided contains result if {
	some location in resources.present.databricks_external_location
	texts.hidden(location, "url")
	count(resources.present.databricks_external_location) > 1
	result := results.at(location, "url", sprintf("%s: whether it overlaps another one is not known yet", [storage.label(location)]))
}

checked contains address if some address, _ in resources.present.databricks_external_location

_pairs := [[inner, outer] |
	some address, steps in _steps
	inner := resources.present.databricks_external_location[address]
	some i, _ in steps
	some other in _at[concat("/", array.slice(steps, 0, i + 1))]
	_is_inside(address, other)
	outer := resources.present.databricks_external_location[other]
	not _are_of_two_metastores(inner, outer)
]

_is_inside(address, other) if count(_steps[address]) > count(_steps[other])

# Of two that are equal, the later one.
_is_inside(address, other) if address > other

_are_of_two_metastores(inner, outer) if inner.values.metastore_id != outer.values.metastore_id

_steps[address] := steps if {
	some address, location in resources.present.databricks_external_location
	url := texts.written(location, "url")
	url != ""
	steps := split(trim_right(url, "/"), "/")
}

_at[url] contains address if {
	some address, steps in _steps
	url := concat("/", steps)
}
