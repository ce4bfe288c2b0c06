# METADATA
# scope: package
# title: Privileges fit the securable that they are granted on
# description: |
#   Compares every privilege with those that the kind of securable takes: SELECT on a registered model, or USE_CATALOG on
#   a schema, is refused in the middle of an apply, after other changes were made. Kinds of which no
#   list is known (recipients, pipelines) and names that Unity Catalog does not have at all, the subject
#   of DBX-UC-001, are not judged. What tfcheck's table does not have yet goes into the parameter.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/data-governance/unity-catalog/manage-privileges/privileges
#     description: Privileges of Unity Catalog, and what they are for
#   - ref: https://registry.terraform.io/providers/databricks/databricks/latest/docs/resources/grants
#     description: The resource, which sets all grants of a securable
# custom:
#   id: DBX-UC-002
#   severity: medium
#   sets: [strict]
#   resource_types: [databricks_grants, databricks_grant]
#   attributes: ["grant[].privileges", privileges]
#   remediation: Grant a privilege that this kind of securable takes, or grant it on the catalog or schema around it.
#   controls:
#     nist-800-53: [CM-3, SI-7, SI-10]
#     cis-controls: ["16.1"]
#     iso-27001: [A.8.9, A.8.28]
#     soc2: [CC8.1, PI1.2]
#   parameters:
#     newer_privileges:
#       description: Attribute that names a securable (schema, volume …) → privileges that it takes and tfcheck's table has not yet.
#       default: {}
#       schema: {type: object, additionalProperties: {type: array, items: {type: string, minLength: 1}, uniqueItems: true}}
package policies.rules.unity_catalog.privilege_of_other_securable

import data.policies.lib.grants
import data.policies.lib.holdings
import data.policies.lib.parameters
import data.policies.lib.privileges
import data.policies.lib.results
import data.policies.lib.securables

deny contains result if {
	some [address, entry, misfits] in _misfits
	count(securables.attributes[address]) == 1
	result := results.at(grants.resources[address], entry.paths.privileges, sprintf(
		"%s takes no %s; wanted are some of %s",
		[securables.label[address], concat(" or ", misfits), _wanted(address)],
	))
}

undecided contains result if {
	some [address, entry, misfits] in _misfits
	count(securables.attributes[address]) > 1
	result := results.at(grants.resources[address], entry.paths.privileges, sprintf(
		"Whether %s takes %s is not known yet",
		[securables.label[address], concat(" and ", misfits)],
	))
}

undecided contains result if {
	some address in _judged
	some entry in grants.entries[address]
	not entry.decided.privileges
	result := results.at(grants.resources[address], entry.paths.privileges, sprintf(
		"Not all privileges on %s are known yet; wanted are some of %s",
		[securables.label[address], _wanted(address)],
	))
}

undecided contains result if {
	some address in _judged
	grants.open[address]
	result := results.at(grants.resources[address], "grant", sprintf(
		"The privileges on %s are not known yet; wanted are some of %s",
		[securables.label[address], _wanted(address)],
	))
}

checked := _judged

_judged := {address |
	some attribute, _ in _unfit
	some address, _ in grants.on[attribute]
}

_misfits contains [address, entry, misfits] if {
	some attribute, unfit in _unfit
	some address, _ in grants.on[attribute]
	some entry in grants.entries[address]
	misfits := entry.privileges & unfit
	count(misfits) > 0
}

# By attribute, of the privileges that the document grants, those that the securable does not take.
_unfit := {attribute: unfit |
	some attribute, _ in grants.on
	valid := privileges.valid_for(attribute)
	unfit := (_granted - valid) - _newer(attribute)
}

_granted := {privilege |
	some privilege in holdings.granted
	privileges.exists(privilege)
	not privileges.legacy(privilege)
}

_newer(attribute) := {upper(replace(trim_space(name), " ", "_")) |
	some name in object.get(parameters.of("DBX-UC-002", "newer_privileges"), attribute, [])
}

_wanted(address) := concat(", ", {privilege |
	some attribute in securables.attributes[address]
	some privilege in privileges.valid_for(attribute)
})
