# Who may make tokens is known only after the apply.

resource "terraform_data" "later" {
  input = "automation"
}

resource "databricks_permissions" "permissions" {
  authorization = "tokens"

  access_control {
    group_name       = terraform_data.later.output
    permission_level = "CAN_USE"
  }
}
