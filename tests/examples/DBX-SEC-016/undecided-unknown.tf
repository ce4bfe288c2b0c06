# Known only after the apply.

resource "databricks_notification_destination" "ops" {
  display_name = "ops"

  config {
    slack {
      url = terraform_data.later.output
    }
  }
}

resource "terraform_data" "later" {
  input = "https://hooks.slack.example.com/services/T0/B0/x"
}
