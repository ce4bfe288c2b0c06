# The address of a Slack channel.
#: --apply

resource "databricks_notification_destination" "ops" {
  display_name = "ops"

  config {
    slack {
      url = "https://hooks.slack.example.com/services/T0/B0/x"
    }
  }
}
