# Who it is, is known only after the apply.

resource "databricks_permissions" "etl" {
  cluster_id = "0415-1"

  access_control {
    group_name       = terraform_data.later.output
    permission_level = "CAN_RESTART"
  }
}

resource "terraform_data" "later" {
  input = "etl"
}
