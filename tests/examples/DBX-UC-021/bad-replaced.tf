# A model is made anew in another catalog.

resource "databricks_registered_model" "model" {
  catalog_name = "dev"
  schema_name  = "llmops"
  name         = "chatbot"
  comment      = "Answers questions."
}
