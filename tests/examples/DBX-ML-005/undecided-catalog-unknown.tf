# The catalog is known only after the apply.

resource "terraform_data" "later" {
  input = "prod"
}
resource "databricks_registered_model" "model" {
  catalog_name = terraform_data.later.output
  schema_name  = "llmops"
  name         = "chatbot"
  comment      = "Answers questions."
}
