# The policy is known only after the apply.

resource "databricks_sql_global_config" "all" {
  security_policy = terraform_data.later.output
}

resource "terraform_data" "later" {
  input = "NONE"
}
