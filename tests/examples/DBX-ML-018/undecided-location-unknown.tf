# Where the model is stored is known only after the apply.

resource "terraform_data" "later" {
  input = "dbfs:/models"
}
resource "databricks_registered_model" "model" {
  catalog_name     = "prod"
  schema_name      = "llmops"
  name             = "chatbot"
  comment          = "Answers questions."
  storage_location = terraform_data.later.output
}
