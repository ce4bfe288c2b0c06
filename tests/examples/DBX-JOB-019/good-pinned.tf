# Each library in one version.

resource "databricks_job" "job" {
  name = "nightly"

  environment {
    environment_key = "default"

    spec {
      client       = "2"
      dependencies = ["langchain==0.1.5"]
    }
  }

  task {
    task_key = "score"

    library {
      maven {
        coordinates = "com.example:etl:1.0.3"
      }
    }
  }
}
