# The name is known only after the apply.

resource "databricks_job" "etl" {
  count = 1
  name  = "${terraform_data.later.output}"
}

resource "terraform_data" "later" {
  input = "prod-etl"
}
