# Which group may manage the job is known only after the apply.

resource "terraform_data" "later" {
  input = "admins"
}
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
    group_name       = terraform_data.later.output
    permission_level = "CAN_MANAGE"
  }
}
