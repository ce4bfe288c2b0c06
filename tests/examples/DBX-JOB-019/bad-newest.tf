# Libraries in whatever version is newest.
#: --apply

resource "databricks_job" "job" {
  name = "nightly"

  environment {
    environment_key = "default"

    spec {
      client       = "2"
      dependencies = ["langchain>=0.1"]
    }
  }

  task {
    task_key = "score"

    library {
      pypi {
        package = "langchain"
      }
    }
  }
}
