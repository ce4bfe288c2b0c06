# Which tags there are is known only after the apply.

resource "databricks_budget_policy" "etl" {
  policy_name = "etl"

  dynamic "custom_tags" {
    for_each = terraform_data.later.output

    content {
      key   = "team"
      value = custom_tags.value
    }
  }
}

resource "terraform_data" "later" {
  input = ["etl"]
}
