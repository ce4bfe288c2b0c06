# A privilege is added.

resource "databricks_registered_model" "model" {
  catalog_name = "prod"
  schema_name  = "llmops"
  name         = "chatbot"
  comment      = "Answers questions."
}

resource "databricks_grants" "registered_model_model" {
  function = databricks_registered_model.model.id

  grant {
    principal  = "account users"
    privileges = ["APPLY_TAG", "EXECUTE"]
  }
}
