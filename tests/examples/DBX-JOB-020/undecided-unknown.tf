# Where the code lies is known only after the apply.

resource "databricks_job" "job" {
  name = "nightly"

  task {
    task_key = "score"

    library {
      whl = databricks_dbfs_file.wheel.dbfs_path
    }
  }
}

resource "databricks_dbfs_file" "wheel" {
  path           = "/FileStore/score.whl"
  content_base64 = "ZWNobw=="
}
