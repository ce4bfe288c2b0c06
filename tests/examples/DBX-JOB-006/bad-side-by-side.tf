# Training does not wait for preparation.
#: --apply

resource "databricks_job" "job" {
  name = "model-training"

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
  }
}
