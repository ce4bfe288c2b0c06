# A model of development.
#: --apply

resource "databricks_model_serving" "chat" {
  name = "chat"

  config {
    served_entities {
      entity_name    = "dev.llm.chat"
      entity_version = "7"
    }
  }
}
