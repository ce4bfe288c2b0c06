# The current channel.

resource "databricks_pipeline" "bronze" {
  name = "bronze"
}
