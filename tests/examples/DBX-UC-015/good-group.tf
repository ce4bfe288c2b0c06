# A group, and a service principal that is made in the same plan.

resource "databricks_service_principal" "loader" {
  display_name = "loader"
}

resource "databricks_schema" "sales" {
  catalog_name = "prod"
  name         = "sales"
  owner        = "data-owners"
}

resource "databricks_volume" "raw" {
  catalog_name = "prod"
  schema_name  = "sales"
  name         = "raw"
  volume_type  = "MANAGED"
  owner        = databricks_service_principal.loader.application_id
}
