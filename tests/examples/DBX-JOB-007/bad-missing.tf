# Training depends on a task that the job does not have.
#: --apply

resource "databricks_job" "job" {
  name = "nightly"

  task {
    task_key = "prepare"

    notebook_task {
      notebook_path = "/Shared/chatbot/score"
    }
  }

  task {
    task_key = "train"

    notebook_task {
      notebook_path = "/Shared/chatbot/score"
    }

    depends_on {
      task_key = "prepared"
    }
  }
}
