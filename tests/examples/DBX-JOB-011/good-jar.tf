# A JAR task.

resource "databricks_job" "job" {
  name = "nightly"

  task {
    task_key = "score"

    spark_jar_task {
      main_class_name = "com.example.Score"
    }
  }
}
