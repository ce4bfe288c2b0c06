# What the variable holds is known only after the apply.

resource "databricks_model_serving" "chat" {
  name = "chat"

  config {
    served_entities {
      entity_name    = "prod.llm.chat"
      entity_version = "7"

      environment_vars = {
        REGION         = "west"
        OPENAI_API_KEY = terraform_data.later.output
      }
    }
  }
}

resource "terraform_data" "later" {
  input = "hunter2-of-openai"
}
