# A limit of each user.

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
    rate_limits {
      key            = "user"
      calls          = 60
      renewal_period = "minute"
    }
  }
}
