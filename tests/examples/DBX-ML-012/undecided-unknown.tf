# The version is known only after the apply.

resource "databricks_model_serving" "chat" {
  name = "chat"

  config {
    served_entities {
      entity_name    = "prod.llm.chat"
      entity_version = terraform_data.later.output
    }
  }
}

resource "terraform_data" "later" {
  input = "7"
}
