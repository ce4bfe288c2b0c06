# Two providers: the same name may be two schemas.

provider "databricks" {
  alias = "dev"
}

resource "databricks_grants" "prod" {
  schema = "main.sales"

  grant {
    principal  = "analysts"
    privileges = ["SELECT"]
  }
}

resource "databricks_grants" "dev" {
  provider = databricks.dev
  schema   = "main.sales"

  grant {
    principal  = "loaders"
    privileges = ["MODIFY"]
  }
}
