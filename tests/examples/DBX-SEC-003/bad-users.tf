# Every user manages the scope.
#: --apply

resource "databricks_secret_scope" "app" {
  name                     = "app"
  initial_manage_principal = "users"
}
