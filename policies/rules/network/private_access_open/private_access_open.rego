# METADATA
# scope: package
# title: Private access settings close workspaces to the internet
# description: |
#   Looks at `public_access_enabled` and `private_access_level` of private access settings. Where nobody
#   writes the former, it is false on AWS and true on GCP, which the region tells. A level is a finding
#   when the parameter does not allow it: ENDPOINT lets in the endpoints that are named, ACCOUNT those
#   of the account, and the old ANY those of anybody.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/security/network/front-end/front-end-private-connect
#     description: Private connectivity to a workspace
#   - ref: https://registry.terraform.io/providers/databricks/databricks/latest/docs/resources/mws_private_access_settings
#     description: The resource, and its defaults
# custom:
#   id: DBX-NET-018
#   severity: high
#   sets: [strict]
#   resource_types: [databricks_mws_private_access_settings]
#   attributes: [public_access_enabled, private_access_level, region]
#   remediation: Set `public_access_enabled = false`, and `private_access_level` to ENDPOINT or ACCOUNT.
#   controls:
#     sat: [NS-3]
#     dasf: [DASF 4]
#     nist-800-53: [SC-7, SC-7(5), AC-17]
#     cis-controls: ["12.2", "13.4"]
#     iso-27001: [A.8.20, A.8.22]
#     soc2: [CC6.6]
#   parameters:
#     levels:
#       description: Levels of private access that are allowed.
#       default: [ACCOUNT, ENDPOINT]
#       schema: {type: array, items: {enum: [ANY, ACCOUNT, ENDPOINT]}, minItems: 1, uniqueItems: true}
package policies.rules.network.private_access_open

import data.policies.lib.parameters
import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.switches
import data.policies.lib.texts

deny contains result if {
	some settings in resources.present.databricks_mws_private_access_settings
	switches.state(settings, "public_access_enabled", _fallback(settings)) == true
	result := results.at(settings, "public_access_enabled", sprintf(
		"Private access settings %s leave workspaces open to the internet (public_access_enabled); wanted is false",
		[settings.address],
	))
}

deny contains result if {
	some settings in resources.present.databricks_mws_private_access_settings
	level := texts.written(settings, "private_access_level")
	level != ""
	not level in _levels
	result := results.at(settings, "private_access_level", sprintf(
		"Private access settings %s have the level %s; wanted is %s",
		[settings.address, level, _wanted],
	))
}

undecided contains result if {
	some settings in resources.present.databricks_mws_private_access_settings
	switches.state(settings, "public_access_enabled", _fallback(settings)) == "unknown"
	result := results.at(settings, "public_access_enabled", sprintf(
		"Whether private access settings %s leave workspaces open to the internet is not known yet; wanted is public_access_enabled = false",
		[settings.address],
	))
}

undecided contains result if {
	some settings in resources.present.databricks_mws_private_access_settings
	texts.hidden(settings, "private_access_level")
	result := results.at(settings, "private_access_level", sprintf(
		"The level of private access settings %s is not known yet; wanted is %s",
		[settings.address, _wanted],
	))
}

checked contains address if some address, _ in resources.present.databricks_mws_private_access_settings

# us-east-1 is a region of AWS, us-central1 one of GCP.
_fallback(settings) := false if {
	region := settings.values.region
	is_string(region)
	regex.match(`^[a-z]+(-[a-z]+)+-[0-9]+$`, region)
} else := "unknown"

_levels := parameters.of("DBX-NET-018", "levels")

_wanted := concat(" or ", sort(_levels))
