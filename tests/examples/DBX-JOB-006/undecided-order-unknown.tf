# What training waits for is known only after the apply.

resource "terraform_data" "later" {
  input = "prepare"
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

    notebook_task {
      notebook_path = "/Shared/chatbot/score"
    }

    depends_on {
      task_key = terraform_data.later.output
    }
  }
}
