# An inference table of the gateway.

resource "databricks_model_serving" "chat" {
  name = "chat"

  config {
    served_entities {
      name = "gpt"

      external_model {
        name     = "gpt-4o"
        provider = "openai"
        task     = "llm/v1/chat"

        openai_config {
          openai_api_key = "{{secrets/llm/openai}}"
        }
      }
    }
  }

  ai_gateway {
    inference_table_config {
      enabled      = true
      catalog_name = "prod"
      schema_name  = "llm_logs"
    }
  }
}
