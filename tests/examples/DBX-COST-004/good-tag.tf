# A tag.

resource "databricks_budget_policy" "etl" {
  policy_name = "etl"

  custom_tags {
    key   = "team"
    value = "etl"
  }
}
