# Which tags there are is known only after the apply.

resource "databricks_budget_policy" "etl" {
  policy_name = "etl"
  custom_tags = terraform_data.later.output
}

resource "terraform_data" "later" {
  input = [{ key = "team", value = "etl" }]
}
