# Whether there is a key in clear is known only after the apply.

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
          openai_api_key_plaintext = terraform_data.later.output
        }
      }
    }
  }
}

resource "terraform_data" "later" {
  input = "hunter2-of-openai"
}
