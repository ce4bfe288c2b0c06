# What deployment waits for is known only after the apply.

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
      task_key = terraform_data.later.output
    }

    notebook_task {
      notebook_path = "/Applications/deploy"
    }
  }
}

resource "terraform_data" "later" {
  input = "ModelValidation"
}
