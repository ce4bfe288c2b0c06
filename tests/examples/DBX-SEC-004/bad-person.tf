# A person manages.

resource "databricks_secret_acl" "readers" {
  scope      = "app"
  principal  = "bob@example.com"
  permission = "MANAGE"
}
