# A group, and a service principal that is made in the same plan.
#: --apply

resource "databricks_service_principal" "loader" {
  display_name = "loader"
}

resource "databricks_schema" "sales" {
  catalog_name = "prod"
  name         = "sales"
}

resource "databricks_grants" "sales" {
  schema = databricks_schema.sales.id

  grant {
    principal  = "analysts"
    privileges = ["SELECT"]
  }

  grant {
    principal  = databricks_service_principal.loader.application_id
    privileges = ["MODIFY"]
  }
}
