# METADATA
# scope: package
# title: Production bundles say who may manage them and whom they run as
# description: |
#   Looks at bundles in production: `run_as` of the bundle, or of every job and pipeline, is a service
#   principal, and `permissions` stand on the bundle or on something in it. Without `run_as`
#   everything runs as whoever deployed last; without permissions only that identity and the
#   administrators can see what production does. States of the Terraform engine hold the identity in
#   any case, and are asked only for permissions.
# related_resources:
#   - ref: https://docs.databricks.com/en/dev-tools/bundles/deployment-modes.html
#     description: Production and development mode of bundles
# custom:
#   id: DBX-BND-010
#   severity: medium
#   sets: [production]
#   resource_types: [bundle, databricks_job, databricks_pipeline, databricks_permissions]
#   attributes: [run_as, permissions]
#   remediation: Write `run_as` with a service principal, and `permissions`, in the production target.
#   controls:
#     nist-800-53: [AC-2, AC-5, IA-9]
#     cis-controls: ["5.5", "3.3", "6.8"]
#     iso-27001: [A.5.16, A.8.2, A.5.15, A.5.18, A.8.3]
#     soc2: [CC6.1, CC6.3]
package policies.rules.bundles.run_as_and_permissions

import data.policies.lib.bundles
import data.policies.lib.documents
import data.policies.lib.permissions
import data.policies.lib.principals
import data.policies.lib.production
import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.values

deny := production.denied(_violations)

undecided := production.undecided(_violations, _doubts)

checked contains address if {
	production.matters
	_is_asked
	some address in _addresses
}

_violations contains result if {
	_is_asked
	count(permissions.entries) == 0
	count(_permissions) == 0
	result := _at("permissions", "Nothing says who may manage or see what this production bundle deploys; wanted are permissions")
}

_violations contains result if {
	_is_asked
	not documents.state
	count(_without_identity) > 0
	result := _at("run_as", sprintf(
		"Nothing says whom %s run as in production; wanted is run_as with a service principal",
		[concat(", ", sort(_without_identity))],
	))
}

_violations contains result if {
	some bundle in bundles.written
	name := bundle.values.run_as.user_name
	principals.person(name)
	result := results.at(bundle, "run_as.user_name", sprintf("The production bundle runs as the person %q; wanted is a service principal", [name]))
}

_doubts contains result if {
	some bundle in bundles.written
	object.get(bundle, ["unknown", "run_as", "user_name"], false)
	result := results.at(bundle, "run_as.user_name", "Whom the production bundle runs as is not known; wanted is a service principal")
}

_doubts contains result if {
	some bundle in bundles.written
	values.unknown(bundle, "run_as")
	result := results.at(bundle, "run_as", "Whom the production bundle runs as is not known; wanted is a service principal")
}

_without_identity contains address if {
	some type in ["databricks_job", "databricks_pipeline"]
	some address, resource in resources.present[type]
	values.unset(resource, "run_as")
}

# What stands on the bundle itself holds also where nothing in it has permissions of its own.
_permissions contains entry if {
	some bundle in bundles.written
	some entry in bundle.values.permissions
}

_is_asked if {
	bundles.managed == true
	some type in ["databricks_job", "databricks_pipeline"]
	count(object.get(resources.present, type, {})) > 0
}

_is_asked if count(bundles.written) > 0

_at(path, message) := results.document(path, message) if count(bundles.itself) == 0

_at(path, message) := result if {
	some bundle in bundles.itself
	result := results.at(bundle, path, message)
}

_addresses contains results.document_address if count(bundles.itself) == 0

_addresses contains address if some address, _ in bundles.itself
