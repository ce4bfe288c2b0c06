# How long instances are kept is known only after the apply.

resource "databricks_instance_pool" "small" {
  instance_pool_name                    = "small"
  idle_instance_autotermination_minutes = terraform_data.later.output
}

resource "terraform_data" "later" {
  input = 15
}
