# METADATA
# scope: package
# title: Grants keep MANAGE for whoever deploys
# description: |
#   Looks for the principal that deploys, named by the parameter, among the grants of every `databricks_grants` on a
#   securable that takes MANAGE. The resource removes what it does not list: a deployer that manages by a grant,
#   and not as the owner, takes that from itself, and the next apply fails. Without the parameter nothing is
#   looked at; an owner needs no grant, so leave it empty there.
# related_resources:
#   - ref: https://registry.terraform.io/providers/databricks/databricks/latest/docs/resources/grants
#     description: The resource, which sets all grants of a securable
# custom:
#   id: DBX-UC-023
#   severity: medium
#   sets: [strict]
#   resource_types: [databricks_grants]
#   attributes: ["grant[].principal", "grant[].privileges"]
#   remediation: Add a grant block with the deployer and MANAGE.
#   controls:
#     nist-800-53: [CM-3, CM-5]
#     cis-controls: ["4.1"]
#     iso-27001: [A.8.9, A.8.32]
#     soc2: [CC8.1]
#   parameters:
#     deployer:
#       description: Who deploys and manages by a grant, as principals of grants are written; empty where the deployer owns what it grants on.
#       default: ""
#       schema: {type: string}
package policies.rules.unity_catalog.deployer_not_listed

import data.policies.lib.grants
import data.policies.lib.parameters
import data.policies.lib.principals
import data.policies.lib.privileges
import data.policies.lib.results
import data.policies.lib.securables

deny contains result if {
	some address in _judged
	not _may_keep[address]
	result := results.at(grants.resources[address], "grant", sprintf(
		"%q, who deploys, holds no MANAGE on %s after this: the resource removes what it does not list",
		[_deployer, securables.label[address]],
	))
}

undecided contains result if {
	some address in _judged
	not _keeps[address]
	_may_keep[address]
	result := results.at(grants.resources[address], "grant", sprintf(
		"Whether %q, who deploys, keeps MANAGE on %s is not known yet",
		[_deployer, securables.label[address]],
	))
}

checked := _judged

_judged := {address |
	trim_space(_deployer) != ""
	some address in securables.authoritative
	some attribute in securables.attributes[address]
	valid := privileges.valid_for(attribute)
	valid.MANAGE
}

_keeps contains address if {
	some address, entries in grants.entries
	some entry in entries
	principals.same(entry.principal, _deployer)
	entry.privileges.MANAGE
}

# Whoever keeps it for sure is among them.
_may_keep contains address if some address, _ in grants.open

_may_keep contains address if {
	some address, named in securables.attributes
	count(named) > 1
}

_may_keep contains address if {
	some address, entries in grants.entries
	some entry in entries
	_may_be_deployer(entry)
	_may_be_managing(entry)
}

_may_be_deployer(entry) if not entry.decided.principal

_may_be_deployer(entry) if principals.same(entry.principal, _deployer)

_may_be_managing(entry) if not entry.decided.privileges

_may_be_managing(entry) if entry.privileges.MANAGE

_deployer := parameters.of("DBX-UC-023", "deployer")
