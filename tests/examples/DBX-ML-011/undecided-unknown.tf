# What happens to personal data is known only after the apply.

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
    guardrails {
      input {
        pii {
          behavior = terraform_data.later.output
        }
      }
    }
  }
}

resource "terraform_data" "later" {
  input = "MASK"
}
