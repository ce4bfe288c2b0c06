# Whether there is spark-submit is known only after the apply.

resource "databricks_job" "job" {
  name = "nightly"

  task {
    task_key = "score"

    dynamic "spark_submit_task" {
      for_each = terraform_data.later.output

      content {
        parameters = [spark_submit_task.value]
      }
    }
  }
}

resource "terraform_data" "later" {
  input = ["score.jar"]
}
