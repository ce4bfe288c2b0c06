# METADATA
# scope: package
# title: Compliance security profile and enhanced security monitoring are on
# description: |
#   Looks at the settings that switch on the compliance security profile and the enhanced security
#   monitoring, as far as `required` names them: hardened images, and agents that watch them. A plan
#   that deletes the monitoring turns it off; the profile stays on once it was, whatever becomes of its
#   resource.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/security/privacy/enhanced-security-compliance
#     description: Enhanced security and compliance
# custom:
#   id: DBX-AUD-012
#   severity: low
#   sets: [strict]
#   resource_types: [databricks_compliance_security_profile_workspace_setting, databricks_enhanced_security_monitoring_workspace_setting]
#   attributes: ["compliance_security_profile_workspace[].is_enabled", "enhanced_security_monitoring_workspace[].is_enabled"]
#   remediation: Set `is_enabled` to true, or take the setting out of `required`.
#   controls:
#     sat: [INFO-39, INFO-40]
#     dasf: [DASF 50]
#     nist-800-53: [SI-4, CA-7]
#     cis-controls: ["8.11", "13.1"]
#     iso-27001: [A.8.16]
#     soc2: [CC7.2]
#   parameters:
#     required:
#       description: Which of the two should be on where the document manages them.
#       default: [compliance_security_profile, enhanced_security_monitoring]
#       schema: {type: array, items: {enum: [compliance_security_profile, enhanced_security_monitoring]}, uniqueItems: true}
package policies.rules.audit.security_monitoring

import data.policies.lib.parameters
import data.policies.lib.results
import data.policies.lib.workspace_settings

deny contains result if {
	some setting in _settings
	setting.is == "off"
	result := results.at(setting.resource, setting.path, sprintf("%s is false; wanted is true", [setting.path]))
}

deny contains result if {
	some setting in _deleted
	result := results.at(setting, "", "The plan deletes this setting, which turns the enhanced security monitoring off; wanted is on")
}

undecided contains result if {
	some setting in _settings
	setting.is == "unknown"
	result := results.at(setting.resource, setting.path, sprintf("What %s will be is not known yet; wanted is true", [setting.path]))
}

checked := {setting.resource.address | some setting in _settings} | {setting.address | some setting in _deleted}

_settings := [setting |
	some kind in _required
	block := sprintf("%s_workspace", [kind])
	some setting in workspace_settings.of(_type(kind), block, "is_enabled")
]

_deleted := [setting |
	some kind in _required
	kind == "enhanced_security_monitoring"
	some setting in workspace_settings.deleted(_type(kind))
]

_type(kind) := sprintf("databricks_%s_workspace_setting", [kind])

_required := parameters.of("DBX-AUD-012", "required")
