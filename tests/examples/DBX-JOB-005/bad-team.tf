# A team may manage the job.
#: --apply

resource "databricks_job" "job" {
  name = "nightly"

  task {
    task_key = "score"

    notebook_task {
      notebook_path = "/Shared/chatbot/score"
    }
  }
}

resource "databricks_permissions" "permissions" {
  job_id = databricks_job.job.id

  access_control {
    group_name       = "ml-team"
    permission_level = "CAN_MANAGE"
  }
}
