# The plan covers a part of the configuration; grants may stand in the other.
#: -- -target=databricks_registered_model.model

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
    privileges = ["EXECUTE"]
  }
}
