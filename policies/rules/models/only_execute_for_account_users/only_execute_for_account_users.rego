# METADATA
# scope: package
# title: Registered models grant only EXECUTE, and only to account users
# description: |
#   Looks at every grant on a registered model, in `databricks_grants` and `databricks_grant`, whether
#   the model is named by `model` or, as bundles do it, by `function`. A deployed model is there for
#   everybody in the account to call and for nobody to change: versions are made by the identity that
#   deploys, which owns the model. Any other principal and any other privilege, ALL_PRIVILEGES
#   included, breaks this. That a grant exists at all is the subject of DBX-ML-002.
#   Not looked at: what schema and catalog pass on to the model, and a function that is known by
#   name when nothing in the document says that it is a model.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/machine-learning/manage-model-lifecycle/
#     description: Models in Unity Catalog and their privileges
# custom:
#   id: DBX-ML-001
#   severity: high
#   sets: [baseline, llmops]
#   resource_types: [databricks_grants, databricks_grant]
#   attributes: [model, function, "grant[].principal", "grant[].privileges", principal, privileges]
#   remediation: Leave a single grant of EXECUTE to `account users`; create versions as the owner.
#   controls:
#     sat: [GOV-28]
#     nist-800-53: [AC-3, AC-6]
#     cis-controls: ["3.3", "6.8"]
#     iso-27001: [A.5.15, A.5.18, A.8.3]
#     soc2: [CC6.1, CC6.3]
#   parameters:
#     principals:
#       description: Who may hold a privilege on a registered model; compared without regard to case.
#       default: [account users]
#       schema: {type: array, items: {type: string, minLength: 1}, uniqueItems: true}
#     privileges:
#       description: Which privileges they may hold.
#       default: [EXECUTE]
#       schema: {type: array, items: {type: string, minLength: 1}, uniqueItems: true}
package policies.rules.models.only_execute_for_account_users

import data.policies.lib.grants
import data.policies.lib.models
import data.policies.lib.parameters
import data.policies.lib.principals
import data.policies.lib.results

deny contains result if {
	some address, excess in _excesses
	models.about[address] == true
	some [path, message] in excess
	result := results.at(grants.resources[address], path, message)
}

undecided contains result if {
	some address, excess in _excesses
	models.about[address] == "unknown"
	some [path, message] in excess
	result := results.at(grants.resources[address], path, sprintf("If `function` turns out to be a registered model: %s", [message]))
}

undecided contains result if {
	some address, _ in models.about
	some entry in grants.entries[address]
	false in entry.decided
	count(_excess(entry)) == 0
	some path in _doubts(entry)
	result := results.at(grants.resources[address], path, sprintf(
		"Not known yet whether this gives more than %s to %s on registered model %s",
		[_privileges, _principals, models.label[address]],
	))
}

undecided contains result if {
	some address, _ in models.about
	grants.open[address]
	result := results.at(grants.resources[address], "grant", sprintf(
		"The grants on registered model %s are not known yet; only %s may hold %s",
		[models.label[address], _principals, _privileges],
	))
}

checked contains address if some address, _ in models.about

_excesses[address] contains [path, message] if {
	some address, _ in models.about
	some entry in grants.entries[address]
	excess := _excess(entry)
	count(excess) > 0
	path := entry.paths[_culprit[_standing(entry)]]
	message := sprintf("%s holds %s on registered model %s; only %s may hold %s", [
		_who(entry), concat(", ", excess), models.label[address],
		_principals, _privileges,
	])
}

# What is more than allowed for sure: an unknown principal may be the right one, and even that one
# may hold nothing else.
_excess(entry) := entry.privileges if {
	_standing(entry) == "stranger"
} else := entry.privileges - _allowed

_culprit := {"stranger": "principal", "welcome": "privileges", "unknown": "privileges"}

_doubts(entry) := {entry.paths.privileges |
	not entry.decided.privileges
} | {entry.paths.principal |
	_standing(entry) == "unknown"
	count(entry.privileges) > 0
}

_standing(entry) := "unknown" if {
	not entry.decided.principal
} else := "welcome" if {
	some name in parameters.of("DBX-ML-001", "principals")
	principals.same(name, entry.principal)
} else := "stranger"

_allowed := {upper(replace(trim_space(privilege), " ", "_")) | some privilege in parameters.of("DBX-ML-001", "privileges")}

_who(entry) := "A principal that is not known yet" if {
	entry.principal == ""
} else := sprintf("%q", [entry.principal])

_principals := concat(", ", [sprintf("%q", [name]) | some name in parameters.of("DBX-ML-001", "principals")])

_privileges := concat(", ", _allowed)
