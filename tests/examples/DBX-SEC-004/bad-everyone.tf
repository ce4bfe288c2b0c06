# Everyone reads.
#: --apply

resource "databricks_secret_acl" "readers" {
  scope      = "app"
  principal  = "users"
  permission = "READ"
}
