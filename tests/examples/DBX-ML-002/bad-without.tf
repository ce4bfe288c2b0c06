# A model without grants.
#: --apply

resource "databricks_registered_model" "model" {
  catalog_name = "prod"
  schema_name  = "llmops"
  name         = "chatbot"
  comment      = "Answers questions."
}
