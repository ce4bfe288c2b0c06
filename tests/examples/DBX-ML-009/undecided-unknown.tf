# Which limits there are is known only after the apply.

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
    dynamic "rate_limits" {
      for_each = terraform_data.later.output

      content {
        calls          = rate_limits.value
        renewal_period = "minute"
      }
    }
  }
}

resource "terraform_data" "later" {
  input = [60]
}
