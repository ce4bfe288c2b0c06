# The same in a databricks_grant.
#: --apply

resource "databricks_registered_model" "model" {
  catalog_name = "prod"
  schema_name  = "llmops"
  name         = "chatbot"
  comment      = "Answers questions."
}

resource "databricks_grant" "interns" {
  model      = databricks_registered_model.model.id
  principal  = "ml-interns"
  privileges = ["EXECUTE"]
}
