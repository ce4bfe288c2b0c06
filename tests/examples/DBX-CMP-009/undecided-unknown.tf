# Where the script lies is known only after the apply.

resource "databricks_cluster" "etl" {
  cluster_name  = "etl"
  spark_version = "16.4.x-scala2.12"

  init_scripts {
    workspace {
      destination = databricks_workspace_file.init.workspace_path
    }
  }
}

resource "databricks_workspace_file" "init" {
  path           = "/Applications/init.sh"
  content_base64 = "ZWNobw=="
}
