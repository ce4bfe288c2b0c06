# A model on DBFS.
#: --apply

resource "databricks_registered_model" "model" {
  catalog_name     = "prod"
  schema_name      = "llmops"
  name             = "chatbot"
  comment          = "Answers questions."
  storage_location = "dbfs:/models/chatbot"
}
