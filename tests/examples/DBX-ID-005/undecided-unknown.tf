# Whether the group may create instance pools is known only after the apply.

resource "terraform_data" "later" {
  input = true
}

resource "databricks_group" "etl" {
  display_name               = "etl"
  allow_instance_pool_create = terraform_data.later.output
}
