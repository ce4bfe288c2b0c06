# Grants of Unity Catalog; table access control goes.

resource "databricks_grants" "sales" {
  schema = "prod.sales"

  grant {
    principal  = "analysts"
    privileges = ["SELECT"]
  }
}
