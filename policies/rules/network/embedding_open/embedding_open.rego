# METADATA
# scope: package
# title: Dashboards are embedded on approved pages alone
# description: |
#   Looks at where dashboards may be embedded: on all pages of the internet, or under domains that
#   anybody can register, such as `*` and `*.com`. `*.example.com` is none of these.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/ai-bi/admin/embed
#     description: Where dashboards may be embedded
#   - ref: https://registry.terraform.io/providers/databricks/databricks/latest/docs/resources/aibi_dashboard_embedding_access_policy_setting
#     description: The resource
# custom:
#   id: DBX-NET-026
#   severity: medium
#   sets: [strict]
#   resource_types: [databricks_aibi_dashboard_embedding_access_policy_setting, databricks_aibi_dashboard_embedding_approved_domains_setting]
#   attributes:
#     - "aibi_dashboard_embedding_access_policy[].access_policy_type"
#     - "aibi_dashboard_embedding_approved_domains[].approved_domains"
#   remediation: Set the policy to ALLOW_APPROVED_DOMAINS or DENY_ALL_DOMAINS, and name your own domains.
#   controls:
#     nist-800-53: [AC-4, SC-7(10), MP-7]
#     cis-controls: ["3.13"]
#     iso-27001: [A.8.12]
#     soc2: [CC6.7]
package policies.rules.network.embedding_open

import data.policies.lib.blocks
import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.texts
import data.policies.lib.values

deny contains result if {
	some setting in resources.present.databricks_aibi_dashboard_embedding_access_policy_setting
	some access in blocks.inside(blocks.whole(setting), "aibi_dashboard_embedding_access_policy")
	texts.written(access, "access_policy_type") == "ALLOW_ALL_DOMAINS"
	result := results.at(setting, blocks.attribute(access, "access_policy_type"), "Dashboards may be embedded on all pages (ALLOW_ALL_DOMAINS); wanted is ALLOW_APPROVED_DOMAINS")
}

deny contains result if {
	some setting in resources.present.databricks_aibi_dashboard_embedding_approved_domains_setting
	some approved in _approved(setting)
	some domain in values.elements(approved.values, "approved_domains")
	is_string(domain)
	regex.match(`^(https?://)?[*]([.][^.]*)?$`, domain)
	result := results.at(setting, blocks.attribute(approved, "approved_domains"), sprintf(
		"Dashboards may be embedded under %s, which anybody can register; wanted are domains of your own",
		[domain],
	))
}

undecided contains result if {
	some setting in resources.present.databricks_aibi_dashboard_embedding_access_policy_setting
	some access in blocks.inside(blocks.whole(setting), "aibi_dashboard_embedding_access_policy")
	texts.hidden(access, "access_policy_type")
	result := results.at(setting, blocks.attribute(access, "access_policy_type"), "On which pages dashboards may be embedded is not known yet")
}

undecided contains result if {
	some setting in resources.present.databricks_aibi_dashboard_embedding_approved_domains_setting
	some approved in _approved(setting)
	_is_open(approved)
	result := results.at(setting, blocks.attribute(approved, "approved_domains"), "Under which domains dashboards may be embedded is not known yet")
}

checked contains address if {
	some type in [
		"databricks_aibi_dashboard_embedding_access_policy_setting",
		"databricks_aibi_dashboard_embedding_approved_domains_setting",
	]
	some address, _ in resources.present[type]
}

_approved(setting) := blocks.inside(blocks.whole(setting), "aibi_dashboard_embedding_approved_domains")

_is_open(approved) if values.unknown(approved, "approved_domains")

_is_open(approved) if true in values.elements(approved.unknown, "approved_domains")
