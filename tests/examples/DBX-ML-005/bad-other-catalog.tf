# A model of production in the catalog of development.
#: --apply

resource "databricks_registered_model" "model" {
  catalog_name = "dev"
  schema_name  = "llmops"
  name         = "chatbot"
  comment      = "Answers questions."
}
