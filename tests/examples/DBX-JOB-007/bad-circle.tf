# Two tasks wait for each other.
#: --apply

resource "databricks_job" "job" {
  name = "nightly"

  task {
    task_key = "prepare"

    notebook_task {
      notebook_path = "/Shared/chatbot/score"
    }

    depends_on {
      task_key = "train"
    }
  }

  task {
    task_key = "train"

    notebook_task {
      notebook_path = "/Shared/chatbot/score"
    }

    depends_on {
      task_key = "prepare"
    }
  }
}
