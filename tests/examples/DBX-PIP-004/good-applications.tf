# A folder that only deployments write.

resource "databricks_pipeline" "bronze" {
  name = "bronze"

  library {
    notebook {
      path = "/Applications/bronze/load"
    }
  }
}
