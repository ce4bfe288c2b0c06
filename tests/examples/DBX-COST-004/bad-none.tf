# No tags.
#: --apply

resource "databricks_budget_policy" "etl" {
  policy_name = "etl"
}
