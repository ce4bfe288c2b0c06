# Permissions of its own.
#: --apply

resource "databricks_model_serving" "chat" {
  name = "chat"

  config {
    served_entities {
      entity_name    = "prod.llm.chat"
      entity_version = "7"
    }
  }
}

resource "databricks_permissions" "chat" {
  serving_endpoint_id = databricks_model_serving.chat.serving_endpoint_id

  access_control {
    group_name       = "support"
    permission_level = "CAN_QUERY"
  }
}
