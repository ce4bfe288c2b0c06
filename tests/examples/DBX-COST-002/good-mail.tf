# Somebody gets a mail.

resource "databricks_budget" "all" {
  display_name = "all"

  alert_configurations {
    quantity_threshold = "1000"

    action_configurations {
      action_type = "EMAIL_NOTIFICATION"
      target      = "ops@example.com"
    }
  }
}
