# Whether the schedule is paused is known only after the apply.

resource "databricks_job" "job" {
  name = "nightly"

  schedule {
    quartz_cron_expression = "0 0 2 * * ?"
    timezone_id            = "Europe/Berlin"
    pause_status           = terraform_data.later.output
  }
}

resource "terraform_data" "later" {
  input = "PAUSED"
}
