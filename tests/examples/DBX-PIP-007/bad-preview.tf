# The preview channel.
#: --apply

resource "databricks_pipeline" "bronze" {
  name = "bronze"
  channel = "PREVIEW"
}
