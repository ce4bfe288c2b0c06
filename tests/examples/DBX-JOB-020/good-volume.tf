# Code in a volume.

resource "databricks_job" "job" {
  name = "nightly"

  task {
    task_key = "score"

    library {
      whl = "/Volumes/prod/libs/score.whl"
    }
  }
}
