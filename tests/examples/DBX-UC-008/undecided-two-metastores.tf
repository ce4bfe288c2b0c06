# Two providers: the same name may be two schemas.

provider "databricks" {
  alias = "dev"
}

resource "databricks_grants" "sales" {
  schema = "prod.sales"

  grant {
    principal  = "analysts"
    privileges = ["SELECT"]
  }
}

resource "databricks_grant" "loaders" {
  provider   = databricks.dev
  schema     = "prod.sales"
  principal  = "loaders"
  privileges = ["MODIFY"]
}
