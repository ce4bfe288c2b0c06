# A group of the account, and everyone in it.

resource "databricks_group" "analysts" {
  display_name = "analysts"
}

resource "databricks_schema" "sales" {
  catalog_name = "prod"
  name         = "sales"
}

resource "databricks_grants" "sales" {
  schema = databricks_schema.sales.id

  grant {
    principal  = databricks_group.analysts.display_name
    privileges = ["SELECT"]
  }

  grant {
    principal  = "account users"
    privileges = ["USE_SCHEMA"]
  }
}
