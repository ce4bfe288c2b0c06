# The name is known only after the apply.

resource "terraform_data" "later" {
  input = "chatbot"
}
resource "databricks_registered_model" "model" {
  catalog_name = "prod"
  schema_name  = "llmops"
  name         = terraform_data.later.output
}
