# METADATA
# scope: package
# title: Budget policies carry tags
# description: |
#   Looks at databricks_budget_policy. What runs serverless carries the tags of its budget policy and
#   no others: without them nobody can tell whom its cost belongs to.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/admin/usage/budget-policies
#     description: Serverless budget policies
# custom:
#   id: DBX-COST-004
#   severity: info
#   sets: [cost]
#   resource_types: [databricks_budget_policy]
#   attributes: ["custom_tags[].key"]
#   remediation: Add `custom_tags` that say whom the cost belongs to.
#   controls:
#     nist-800-53: [CM-8, AU-6]
#     cis-controls: ["1.1"]
#     iso-27001: [A.5.9, A.8.6]
#     soc2: [A1.1]
package policies.rules.cost.budget_policy_without_tags

import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.values

deny contains result if {
	some policy_ in resources.present.databricks_budget_policy
	values.unset(policy_, "custom_tags")
	result := results.at(policy_, "custom_tags", sprintf(
		"%s has no tags, so nobody can tell whom its cost belongs to; wanted is one at least",
		[_label(policy_)],
	))
}

undecided contains result if {
	some policy_ in resources.present.databricks_budget_policy
	values.unknown(policy_, "custom_tags")
	result := results.at(policy_, "custom_tags", sprintf("%s: which tags it has is not known yet; wanted is one at least", [_label(policy_)]))
}

checked contains address if some address, _ in resources.present.databricks_budget_policy

_label(policy_) := sprintf(`Budget policy "%s"`, [policy_.values.policy_name]) if {
	policy_.values.policy_name
} else := policy_.address
