# A group reads.

resource "databricks_secret_acl" "readers" {
  scope      = "app"
  principal  = "ml-team"
  permission = "READ"
}
