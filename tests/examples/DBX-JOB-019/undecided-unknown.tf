# The version is known only after the apply.

resource "databricks_job" "job" {
  name = "nightly"

  task {
    task_key = "score"

    library {
      pypi {
        package = terraform_data.later.output
      }
    }
  }
}

resource "terraform_data" "later" {
  input = "langchain==0.1.5"
}
