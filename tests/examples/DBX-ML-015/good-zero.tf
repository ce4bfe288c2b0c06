# Nobody asks, nothing runs.

resource "databricks_model_serving" "chat" {
  name = "chat"

  config {
    served_entities {
      entity_name    = "prod.llm.chat"
      entity_version = "7"
      scale_to_zero_enabled = true
    }
  }
}
