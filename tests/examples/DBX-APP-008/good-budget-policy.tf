# A budget policy does.

resource "databricks_budget_policy" "support" {
  policy_name = "support"
}

resource "databricks_app" "app" {
  name             = "chat"
  budget_policy_id = databricks_budget_policy.support.policy_id
}
