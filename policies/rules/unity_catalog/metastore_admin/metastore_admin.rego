# METADATA
# scope: package
# title: A group administers the metastore
# description: |
#   Looks at the owner of every metastore, who is its administrator: manages all catalogs, credentials, shares
#   and grants in it. A person leaves, and everyone (`account users`) is nobody in particular. Where no owner is
#   written it is whoever applies, a person or a service principal, and so no group either. A service principal
#   that is named is not told from a group.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/data-governance/unity-catalog/manage-privileges/admin-privileges
#     description: Administrators of a metastore
# custom:
#   id: DBX-UC-016
#   severity: high
#   sets: [strict, production]
#   resource_types: [databricks_metastore]
#   attributes: [owner]
#   remediation: Set `owner` to a group of the account.
#   controls:
#     sat: [GOV-21]
#     nist-800-53: [AC-6(5), AC-2(7)]
#     cis-controls: ["5.4", "6.8"]
#     iso-27001: [A.8.2, A.5.18]
#     soc2: [CC6.1, CC6.3]
package policies.rules.unity_catalog.metastore_admin

import data.policies.lib.owners
import data.policies.lib.principals
import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.texts

deny contains result if {
	some [resource, owner] in owners.persons(["databricks_metastore"])
	result := results.at(resource, "owner", sprintf("This metastore is administered by %s; wanted is a group of the account", [owner]))
}

deny contains result if {
	some resource in resources.present.databricks_metastore
	owner := texts.written(resource, "owner")
	principals.everyone(owner)
	result := results.at(resource, "owner", sprintf("This metastore is administered by %q, which is everyone; wanted is a named group of the account", [owner]))
}

deny contains result if {
	some resource in resources.present.databricks_metastore
	owners.unwritten(resource)
	result := results.at(resource, "owner", "Nothing says who administers this metastore: whoever applies; wanted is a group of the account")
}

undecided contains result if {
	some resource in owners.untold(["databricks_metastore"])
	not owners.unwritten(resource)
	result := results.at(resource, "owner", "Who administers this metastore is not known yet; wanted is a group of the account")
}

checked contains address if some address, _ in resources.present.databricks_metastore
