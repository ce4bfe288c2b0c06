# METADATA
# scope: package
# title: Groups in grants are groups of the account
# description: |
#   Looks for groups of a workspace among the principals of grants: `admins`, which every workspace has, and every
#   `databricks_group` with `api = "workspace"`. Unity Catalog knows principals of the account alone, and the
#   apply ends with "Could not find principal". `users` is one in some workspaces: undecided while Databricks
#   has not taken it. A group that a provider makes in a workspace without saying so is not recognised.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/admin/users-groups/groups
#     description: Groups of the account and of a workspace
# custom:
#   id: DBX-UC-011
#   severity: medium
#   sets: [strict]
#   resource_types: [databricks_grants, databricks_grant]
#   attributes: ["grant[].principal", principal]
#   remediation: Create the group in the account, or use `account users` for everyone.
#   controls:
#     nist-800-53: [AC-2, AC-2(1)]
#     cis-controls: ["5.1", "5.6"]
#     iso-27001: [A.5.16]
#     soc2: [CC6.2]
package policies.rules.unity_catalog.workspace_group

import data.policies.lib.grants
import data.policies.lib.holdings
import data.policies.lib.principals
import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.securables

deny contains result if {
	some address, entries in grants.entries
	some entry in entries
	_of_workspace[entry.principal]
	result := results.at(grants.resources[address], entry.paths.principal, sprintf(
		"%q, who gets privileges on %s, is a group of a workspace; wanted is a group of the account",
		[entry.principal, securables.label[address]],
	))
}

undecided contains result if {
	some address, entries in grants.entries
	some entry in entries
	_everyone_of_workspace[entry.principal]
	resource := grants.resources[address]
	resource.action in {"create", "update", "replace"}
	result := results.at(resource, entry.paths.principal, sprintf(
		"%q, who gets privileges on %s, is a principal in some workspaces alone; wanted is account users or another group of the account",
		[entry.principal, securables.label[address]],
	))
}

undecided contains result if {
	some address, entries in grants.entries
	some entry in entries
	not entry.decided.principal
	resource := grants.resources[address]
	not holdings.comes_from(resource, entry, _account)
	result := results.at(resource, entry.paths.principal, sprintf(
		"Who gets privileges on %s is not known yet; a group must be one of the account",
		[securables.label[address]],
	))
}

undecided contains result if {
	some address, _ in grants.open
	result := results.at(grants.resources[address], "grant", sprintf(
		"Who gets privileges on %s is not known yet; a group must be one of the account",
		[securables.label[address]],
	))
}

checked contains address if some address, _ in grants.resources

_of_workspace := {name |
	some name in holdings.known_names
	principals.workspace_group(name)
	not principals.everyone(name)
} | {name |
	some name in holdings.known_names
	_made_in_workspace[lower(trim_space(name))]
}

_everyone_of_workspace := {name |
	some name in holdings.known_names
	principals.workspace_group(name)
	principals.everyone(name)
}

_made_in_workspace := {lower(trim_space(group.values.display_name)) |
	some group in resources.present.databricks_group
	group.values.api == "workspace"
	is_string(group.values.display_name)
}

_account := {"databricks_user", "databricks_service_principal", "databricks_group"}
