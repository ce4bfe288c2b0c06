# The same, with the attribute that the provider documents.
#: --apply

resource "databricks_registered_model" "model" {
  catalog_name = "prod"
  schema_name  = "llmops"
  name         = "chatbot"
  comment      = "Answers questions."
}

resource "databricks_grants" "registered_model_model" {
  model = databricks_registered_model.model.id

  grant {
    principal  = "account users"
    privileges = ["EXECUTE"]
  }
}
