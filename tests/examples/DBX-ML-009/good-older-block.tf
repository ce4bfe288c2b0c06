# The older block of the endpoint itself.

resource "databricks_model_serving" "chat" {
  name = "chat"

  config {
    served_entities {
      entity_name    = "prod.llm.chat"
      entity_version = "7"
    }
  }

  rate_limits {
    calls          = 600
    renewal_period = "minute"
  }
}
