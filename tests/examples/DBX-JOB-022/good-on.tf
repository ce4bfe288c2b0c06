# A schedule that is on.

resource "databricks_job" "job" {
  name = "nightly"

  schedule {
    quartz_cron_expression = "0 0 2 * * ?"
    timezone_id            = "Europe/Berlin"
    pause_status           = "UNPAUSED"
  }
}
