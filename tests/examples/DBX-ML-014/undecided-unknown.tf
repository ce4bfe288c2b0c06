# Which endpoint the permissions are on is known only after the apply.

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
  serving_endpoint_id = terraform_data.later.output

  access_control {
    group_name       = "support"
    permission_level = "CAN_QUERY"
  }
}

resource "terraform_data" "later" {
  input = "0123456789abcdef"
}
