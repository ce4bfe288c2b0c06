# Mail.

resource "databricks_notification_destination" "ops" {
  display_name = "ops"

  config {
    email {
      addresses = ["ops@example.com"]
    }
  }
}
