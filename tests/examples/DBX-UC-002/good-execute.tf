# What a model takes, as bundles write it.
#: --apply

resource "databricks_registered_model" "model" {
  catalog_name = "prod"
  schema_name  = "sales"
  name         = "forecast"
}

resource "databricks_grants" "registered_model_model" {
  function = databricks_registered_model.model.id

  grant {
    principal  = "account users"
    privileges = ["EXECUTE"]
  }
}
