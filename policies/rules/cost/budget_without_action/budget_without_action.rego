# METADATA
# scope: package
# title: Budgets tell somebody
# description: |
#   Looks at databricks_budget. A budget without `alert_configurations`, or an alert without
#   `action_configurations`, is noticed by nobody: it limits nothing, and tells no one when it is
#   exceeded.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/admin/account-settings/budgets
#     description: Budgets
# custom:
#   id: DBX-COST-002
#   severity: low
#   sets: [cost]
#   resource_types: [databricks_budget]
#   attributes: ["alert_configurations[].action_configurations[].target"]
#   remediation: Add an alert with an action of type EMAIL_NOTIFICATION.
#   controls:
#     nist-800-53: [CM-8, AU-6]
#     cis-controls: ["1.1"]
#     iso-27001: [A.5.9, A.8.6]
#     soc2: [A1.1]
package policies.rules.cost.budget_without_action

import data.policies.lib.blocks
import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.values

deny contains result if {
	some budget in resources.present.databricks_budget
	values.unset(budget, "alert_configurations")
	result := results.at(budget, "alert_configurations", sprintf("No alert belongs to %s; wanted is one with an action", [_label(budget)]))
}

deny contains result if {
	some [budget, alert] in _alerts
	values.unset(alert, "action_configurations")
	result := results.at(budget, blocks.attribute(alert, "action_configurations"), sprintf(
		"An alert of %s has no action, so it tells nobody; wanted is one",
		[_label(budget)],
	))
}

undecided contains result if {
	some [budget, alert] in _alerts
	values.unknown(alert, "action_configurations")
	result := results.at(budget, blocks.attribute(alert, "action_configurations"), sprintf(
		"Whom the alerts of %s tell is not known yet; wanted is an action for each",
		[_label(budget)],
	))
}

checked contains address if some address, _ in resources.present.databricks_budget

_alerts := [[budget, alert] |
	some budget in resources.present.databricks_budget
	some alert in blocks.inside(blocks.whole(budget), "alert_configurations")
]

_label(budget) := sprintf(`budget "%s"`, [budget.values.display_name]) if {
	budget.values.display_name
} else := budget.address
