# Scripts on DBFS and in a personal folder.
#: --apply

resource "databricks_cluster" "etl" {
  cluster_name  = "etl"
  spark_version = "16.4.x-scala2.12"

  init_scripts {
    dbfs {
      destination = "dbfs:/init.sh"
    }
  }

  init_scripts {
    workspace {
      destination = "/Users/someone@example.com/init.sh"
    }
  }
}
