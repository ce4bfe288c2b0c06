# What the model is for is known only after the apply.

resource "terraform_data" "later" {
  input = "Answers."
}
resource "databricks_registered_model" "model" {
  catalog_name = "prod"
  schema_name  = "llmops"
  name         = "chatbot"
  comment      = terraform_data.later.output
}
