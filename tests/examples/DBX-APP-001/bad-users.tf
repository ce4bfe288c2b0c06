# Everyone may open an app that reads data as they do.
#: --apply

resource "databricks_app" "app" {
  name            = "chat"
  user_api_scopes = ["sql"]
}

resource "databricks_permissions" "permissions" {
  app_name = databricks_app.app.name

  access_control {
    group_name       = "users"
    permission_level = "CAN_USE"
  }
}
