# METADATA
# scope: package
# title: Custom OAuth applications are narrow
# description: |
#   Looks at OAuth applications of the account. An application with the scope `all-apis` acts with all rights of
#   whoever logs in; a redirect over http, but to the own machine, shows the code to the network; a refresh
#   token that lives long is as good as a password. Where an application names no scopes the account decides.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/integrations/enable-disable-oauth
#     description: Custom OAuth applications
# custom:
#   id: DBX-ID-015
#   severity: medium
#   sets: [strict]
#   resource_types: [databricks_custom_app_integration]
#   attributes: [scopes, redirect_urls, "token_access_policy[].refresh_token_ttl_in_minutes"]
#   remediation: Name the scopes that the application needs, https in redirects, and a short life of refresh tokens.
#   controls:
#     nist-800-53: [IA-5(1), IA-5(6), AC-12, AC-3, AC-6]
#     cis-controls: ["3.3", "6.8"]
#     iso-27001: [A.5.17, A.5.15, A.5.18, A.8.3]
#     soc2: [CC6.1, CC6.3]
#   parameters:
#     refresh_token_minutes:
#       description: How long a refresh token may live.
#       default: 10080
#       schema: {type: integer, minimum: 1}
package policies.rules.identity.oauth_app

import data.policies.lib.blocks
import data.policies.lib.lists
import data.policies.lib.parameters
import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.values

deny contains result if {
	some app in _apps
	"all-apis" in lists.of(app.values, "scopes")
	result := results.at(app, "scopes", sprintf("%s has the scope all-apis; wanted are those that it needs", [_label(app)]))
}

deny contains result if {
	some app in _apps
	some [i, url] in lists.texts(app.values, "redirect_urls")
	regex.match(`(?i)^http://`, url)
	not regex.match(`(?i)^http://(localhost|127\.0\.0\.1|\[::1\])([:/?#]|$)`, url)
	result := results.at(app, sprintf("redirect_urls[%d]", [i]), sprintf("%s redirects to %s; wanted is https", [_label(app), url]))
}

deny contains result if {
	some app in _apps
	some block in blocks.inside(blocks.whole(app), "token_access_policy")
	minutes := block.values.refresh_token_ttl_in_minutes
	is_number(minutes)
	minutes > _most
	result := results.at(app, blocks.attribute(block, "refresh_token_ttl_in_minutes"), sprintf(
		"Refresh tokens of %s live %v minutes; wanted are %v at most",
		[_label(app), minutes, _most],
	))
}

undecided contains result if {
	some app in _apps
	some attribute in ["scopes", "redirect_urls"]
	lists.awaited(app, attribute)
	result := results.at(app, attribute, sprintf("What %s of %s hold is not known yet", [attribute, _label(app)]))
}

undecided contains result if {
	some app in _apps
	values.unset(app, "scopes")
	result := results.at(app, "scopes", sprintf("%s names no scopes; wanted are those that it needs", [_label(app)]))
}

undecided contains result if {
	some app in _apps
	some block in blocks.inside(blocks.whole(app), "token_access_policy")
	values.unknown(block, "refresh_token_ttl_in_minutes")
	result := results.at(app, blocks.attribute(block, "refresh_token_ttl_in_minutes"), sprintf(
		"How long refresh tokens of %s live is not known yet; wanted are %v minutes at most",
		[_label(app), _most],
	))
}

checked contains address if some address, _ in resources.present.databricks_custom_app_integration

_apps := [app | some app in resources.present.databricks_custom_app_integration]

_label(app) := sprintf("Application %s", [app.values.name]) if {
	app.values.name != ""
} else := app.address

_most := parameters.of("DBX-ID-015", "refresh_token_minutes")
