# An allowed destination.

resource "databricks_job" "job" {
  name = "nightly"

  webhook_notifications {
    on_failure {
      id = "4c3b-ops"
    }
  }
}
