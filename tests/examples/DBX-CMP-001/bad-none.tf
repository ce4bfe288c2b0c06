# A job cluster without isolation, and one that says nothing.
#: --apply

resource "databricks_job" "job" {
  name = "nightly"

  job_cluster {
    job_cluster_key = "main"

    new_cluster {
      spark_version      = "16.4.x-scala2.12"
      data_security_mode = "NONE"
    }
  }

  task {
    task_key = "score"

    new_cluster {
      spark_version = "16.4.x-scala2.12"
    }
  }
}
