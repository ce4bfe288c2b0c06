# Deployment runs beside validation.
#: --apply

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

    notebook_task {
      notebook_path = "/Applications/deploy"
    }
  }
}
