# Somebody gets a mail.

resource "databricks_pipeline" "bronze" {
  name = "bronze"

  notification {
    alerts           = ["on-update-failure"]
    email_recipients = ["ops@example.com"]
  }
}
