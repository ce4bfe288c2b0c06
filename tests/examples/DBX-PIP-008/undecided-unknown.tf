# Who is told is known only after the apply.

resource "databricks_pipeline" "bronze" {
  name = "bronze"

  notification {
    alerts           = ["on-update-failure"]
    email_recipients = terraform_data.later.output
  }
}

resource "terraform_data" "later" {
  input = ["ops@example.com"]
}
