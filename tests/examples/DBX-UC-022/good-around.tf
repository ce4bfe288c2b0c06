# Grants on the catalog hold for what is in it.

resource "databricks_catalog" "prod" {
  name = "prod"
}

resource "databricks_schema" "sales" {
  catalog_name = databricks_catalog.prod.name
  name         = "sales"
}

resource "databricks_volume" "raw" {
  catalog_name = "prod"
  schema_name  = databricks_schema.sales.name
  name         = "raw"
  volume_type  = "MANAGED"
}

resource "databricks_grants" "prod" {
  catalog = databricks_catalog.prod.id

  grant {
    principal  = "analysts"
    privileges = ["USE_CATALOG", "USE_SCHEMA", "SELECT"]
  }
}
