# Which privileges are granted is known only after the apply.

resource "terraform_data" "later" {
  input = ["EXECUTE"]
}
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
    privileges = terraform_data.later.output
  }
}
