# Who may open it is known only after the apply.

resource "terraform_data" "later" {
  input = "support"
}

resource "databricks_app" "app" {
  name            = "chat"
  user_api_scopes = ["sql"]
}

resource "databricks_permissions" "permissions" {
  app_name = databricks_app.app.name

  access_control {
    group_name       = terraform_data.later.output
    permission_level = "CAN_USE"
  }
}
