# Everyone in the account may do anything with the model.
#: --apply

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
    privileges = ["ALL_PRIVILEGES", "EXECUTE"]
  }
}
