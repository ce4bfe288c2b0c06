# Code on DBFS.
#: --apply

resource "databricks_job" "job" {
  name = "nightly"

  task {
    task_key = "score"

    spark_python_task {
      python_file = "dbfs:/FileStore/score.py"
    }

    library {
      whl = "dbfs:/FileStore/score.whl"
    }
  }
}
