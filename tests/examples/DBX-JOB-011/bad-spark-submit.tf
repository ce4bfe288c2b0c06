# spark-submit.
#: --apply

resource "databricks_job" "job" {
  name = "nightly"

  task {
    task_key = "score"

    spark_submit_task {
      parameters = ["--class", "com.example.Score", "dbfs:/score.jar"]
    }
  }
}
