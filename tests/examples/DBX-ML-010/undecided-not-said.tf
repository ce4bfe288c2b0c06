# A table of which the configuration does not say whether it is enabled.

resource "databricks_model_serving" "chat" {
  name = "chat"

  config {
    served_entities {
      entity_name    = "prod.llm.chat"
      entity_version = "7"
    }

    auto_capture_config {
      catalog_name = "prod"
      schema_name  = "llm_logs"
    }
  }
}
