# When training runs is known only after the apply.

resource "terraform_data" "later" {
  input = "ALL_SUCCESS"
}
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
    run_if   = terraform_data.later.output

    notebook_task {
      notebook_path = "/Shared/chatbot/score"
    }

    depends_on {
      task_key = "prepare"
    }
  }
}
