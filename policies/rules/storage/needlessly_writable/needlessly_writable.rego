# METADATA
# scope: package
# title: External locations that nobody writes to are read-only
# description: |
#   Looks at `read_only` of external locations whose databricks_grants, which lists all grants there
#   are, lets others at most read. Locations without such a list are not looked at, nor those in which a
#   catalog, schema or metastore of the document stores its data.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/connect/unity-catalog/cloud-storage/external-locations
#     description: External locations
#   - ref: https://registry.terraform.io/providers/databricks/databricks/latest/docs/resources/external_location
#     description: The resource, and its defaults
# custom:
#   id: DBX-STO-010
#   severity: low
#   sets: [strict]
#   resource_types: [databricks_external_location, databricks_grants, databricks_grant, databricks_catalog, databricks_schema, databricks_metastore]
#   attributes: [read_only, url, storage_root, external_location, "grant[].privileges[]", "privileges[]"]
#   remediation: Set `read_only = true`.
#   controls:
#     nist-800-53: [AC-3, AC-6]
#     cis-controls: ["3.3", "6.8"]
#     iso-27001: [A.5.15, A.5.18, A.8.3]
#     soc2: [CC6.1, CC6.3]
package policies.rules.storage.needlessly_writable

import data.policies.lib.blocks
import data.policies.lib.grants
import data.policies.lib.references
import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.storage
import data.policies.lib.switches

deny contains result if {
	some address, location in _listed
	switches.state(location, "read_only", false) == false
	not _unclear[address]
	not _written[address]
	result := results.at(location, "read_only", sprintf("%s can be written to, and no grant is for more than reading; wanted is read_only = true", [storage.label(location)]))
}

undecided contains result if {
	some address, location in _listed
	switches.state(location, "read_only", false) != true
	_unclear[address]
	not _written[address]
	result := results.at(location, "read_only", sprintf("%s: whether it is only read is not known yet; wanted is then read_only = true", [storage.label(location)]))
}

undecided contains result if {
	some address, location in _listed
	switches.unclear(location, "read_only")
	not _unclear[address]
	not _written[address]
	result := results.at(location, "read_only", sprintf("%s: whether it is read-only is not known yet; wanted is read_only = true", [storage.label(location)]))
}

checked contains address if some address, _ in _listed

_listed[address] := location if {
	some address, location in resources.present.databricks_external_location
	some grant in _grants_on[address]
	grants.resources[grant].type == "databricks_grants"
	not storage.managed[address]
}

_grants_on[address] contains grant if {
	some address, location in resources.present.databricks_external_location
	some grant, resource in grants.on.external_location
	references.aims(resource, blocks.whole(resource), "external_location", location, "name") == true
}

_written contains address if {
	some address, named in _grants_on
	some grant in named
	some entry in grants.entries[grant]
	entry.privileges - _reading != set()
}

_unclear contains address if {
	some address, named in _grants_on
	some grant in named
	grants.open[grant]
}

_unclear contains address if {
	some address, named in _grants_on
	some grant in named
	some entry in grants.entries[grant]
	entry.decided.privileges == false
}

_reading := {"READ_FILES", "BROWSE"}
