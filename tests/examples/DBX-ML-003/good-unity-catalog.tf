# A model of Unity Catalog.

resource "databricks_registered_model" "churn" {
  catalog_name = "prod"
  schema_name  = "sales"
  name         = "churn"
}
