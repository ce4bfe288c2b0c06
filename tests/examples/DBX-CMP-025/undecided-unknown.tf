# The definition is known only after the apply.

resource "databricks_cluster_policy" "jobs" {
  name = "jobs"
  definition = jsonencode({ "spark_version" = { type = "fixed", value = terraform_data.later.output } })
}

resource "terraform_data" "later" {
  input = "16.4.x-scala2.12"
}
