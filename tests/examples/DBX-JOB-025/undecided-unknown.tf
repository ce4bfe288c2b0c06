# The destination is known only after the apply.

resource "databricks_job" "job" {
  name = "nightly"

  webhook_notifications {
    on_failure {
      id = terraform_data.later.output
    }
  }
}

resource "terraform_data" "later" {
  input = "77aa-else"
}
