# Another destination.
#: --apply

resource "databricks_job" "job" {
  name = "nightly"

  webhook_notifications {
    on_failure {
      id = "77aa-else"
    }
  }
}
