# Whether it scales to zero is known only after the apply.

resource "databricks_model_serving" "chat" {
  name = "chat"

  config {
    served_entities {
      entity_name    = "prod.llm.chat"
      entity_version = "7"
      scale_to_zero_enabled = terraform_data.later.output
    }
  }
}

resource "terraform_data" "later" {
  input = false
}
