# An inference table of the older kind.

resource "databricks_model_serving" "chat" {
  name = "chat"

  config {
    served_entities {
      entity_name    = "prod.llm.chat"
      entity_version = "7"
    }

    auto_capture_config {
      enabled      = true
      catalog_name = "prod"
      schema_name  = "llm_logs"
    }
  }
}
