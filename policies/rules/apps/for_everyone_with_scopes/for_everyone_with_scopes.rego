# METADATA
# scope: package
# title: Apps that act as their users are for named groups
# description: |
#   Looks at who may use apps that get tokens of their users (`user_api_scopes`, `forward_user_access_token`). The
#   code of such an app acts with the rights of whoever opens it; where everyone may, it gets the rights of
#   everyone. An app is known where the document manages it or reads it as data.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/dev-tools/databricks-apps/auth
#     description: On behalf of the user
# custom:
#   id: DBX-APP-001
#   severity: high
#   sets: [strict]
#   resource_types: [databricks_app, databricks_permissions]
#   attributes: [user_api_scopes, forward_user_access_token, app_name, "access_control[].group_name", "access_control[].permission_level"]
#   remediation: Give CAN_USE to the group that the app is for, and only the scopes that it needs.
#   controls:
#     nist-800-53: [AC-3, AC-6]
#     cis-controls: ["3.3", "6.8"]
#     iso-27001: [A.5.15, A.5.18, A.8.3]
#     soc2: [CC6.1, CC6.3]
package policies.rules.apps.for_everyone_with_scopes

import data.policies.lib.apps
import data.policies.lib.lists
import data.policies.lib.permissions
import data.policies.lib.results

deny contains result if {
	some holding in _held
	holding.certain
	some app in _apps[holding.resource.address]
	_acts_as_users(app)
	result := results.at(holding.resource, holding.path, sprintf(
		`"%s", which is everyone, holds %s on %s, which acts as its users; wanted is a named group`,
		[holding.name, holding.level, apps.label(app)],
	))
}

undecided contains result if {
	some holding in _held
	some app in _apps[holding.resource.address]
	_doubtful(holding, app)
	result := results.at(holding.resource, holding.path, sprintf(
		"Whether everyone may use %s, and whether it acts as its users, is not known yet; wanted is a named group",
		[apps.label(app)],
	))
}

undecided contains result if {
	some holding in _held
	count(_apps[holding.resource.address]) == 0
	result := results.at(holding.resource, holding.path, "Whether the app acts as its users is not known here; wanted is a named group")
}

checked contains address if some address, _ in permissions.on.app_name

_held := permissions.held_by_everyone("app_name", {"CAN_USE": true, "CAN_MANAGE": true})

_apps := {address: found |
	some address, resource in permissions.on.app_name
	found := {app |
		some app in input.resources.databricks_app
		app.values.name == resource.values.app_name
	} | {app |
		not resource.values.app_name
		some target in resource.links.app_name
		app := input.resources.databricks_app[target]
	}
}

_acts_as_users(app) if count(lists.of(app.values, "user_api_scopes")) > 0

_acts_as_users(app) if app.values.forward_user_access_token == true

_doubtful(holding, app) if {
	holding.certain == false
	_acts_as_users(app)
}

_doubtful(_, app) if {
	not _acts_as_users(app)
	some attribute in ["user_api_scopes", "forward_user_access_token"]
	apps.awaited(app, attribute)
}
