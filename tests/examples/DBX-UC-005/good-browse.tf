# Everyone finds it, a group reads it.
#: --apply

resource "databricks_catalog" "prod" {
  name = "prod"
}

resource "databricks_grants" "prod" {
  catalog = databricks_catalog.prod.id

  grant {
    principal  = "account users"
    privileges = ["BROWSE", "USE_CATALOG"]
  }

  grant {
    principal  = "analysts"
    privileges = ["SELECT"]
  }
}
