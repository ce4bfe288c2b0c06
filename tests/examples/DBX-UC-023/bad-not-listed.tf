# The deployer takes MANAGE from itself.
#: --apply

resource "databricks_grants" "sales" {
  schema = "prod.sales"

  grant {
    principal  = "analysts"
    privileges = ["SELECT"]
  }
}
