# A secret in clear.
#: --apply

resource "databricks_pipeline" "bronze" {
  name = "bronze"

  configuration = {
    "source.password" = "hunter2-source"
  }
}
