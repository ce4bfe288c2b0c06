# A model of production, and one of Databricks.

resource "databricks_model_serving" "chat" {
  name = "chat"

  config {
    served_entities {
      entity_name    = "prod.llm.chat"
      entity_version = "7"
    }

    served_entities {
      entity_name    = "system.ai.gte_large"
      entity_version = "1"
    }
  }
}
