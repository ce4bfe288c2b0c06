# A group may.
#: --apply

resource "databricks_app" "app" {
  name            = "chat"
  user_api_scopes = ["sql"]
}

resource "databricks_permissions" "permissions" {
  app_name = databricks_app.app.name

  access_control {
    group_name       = "support"
    permission_level = "CAN_USE"
  }
}
