# A model in a container.
#: --apply

resource "databricks_registered_model" "model" {
  catalog_name     = "prod"
  schema_name      = "llmops"
  name             = "chatbot"
  comment          = "Answers questions."
  storage_location = "abfss://models@llmopsprod.dfs.core.windows.net/chatbot"
}
