# A reference to a secret.

resource "databricks_model_serving" "chat" {
  name = "chat"

  config {
    served_entities {
      entity_name    = "prod.llm.chat"
      entity_version = "7"

      environment_vars = {
        REGION         = "west"
        OPENAI_API_KEY = "{{secrets/llm/openai}}"
      }
    }
  }
}
