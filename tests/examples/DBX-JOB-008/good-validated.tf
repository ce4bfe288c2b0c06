# Deployment waits for validation.

resource "databricks_job" "training" {
  name = "model-training"

  task {
    task_key = "ModelValidation"

    notebook_task {
      notebook_path = "/Applications/validate"
    }
  }

  task {
    task_key = "ModelDeployment"

    depends_on {
      task_key = "ModelValidation"
    }

    notebook_task {
      notebook_path = "/Applications/deploy"
    }
  }
}
