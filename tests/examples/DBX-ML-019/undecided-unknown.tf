# Which model it serves is known only after the apply.

resource "databricks_model_serving" "chat" {
  name = "chat"

  config {
    served_entities {
      entity_name    = terraform_data.later.output
      entity_version = "7"
    }
  }
}

resource "terraform_data" "later" {
  input = "prod.llm.chat"
}
