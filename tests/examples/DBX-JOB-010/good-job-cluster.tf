# A task on a job cluster.
#: --apply

resource "databricks_job" "job" {
  name = "nightly"
  job_cluster {
    job_cluster_key = "small"

    new_cluster {
      spark_version = "15.4.x-scala2.12"
      num_workers   = 1
    }
  }

  task {
    task_key        = "score"
    job_cluster_key = "small"

    notebook_task {
      notebook_path = "/Shared/chatbot/score"
    }
  }
}
