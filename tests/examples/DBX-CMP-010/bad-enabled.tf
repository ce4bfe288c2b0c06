# Runs on every cluster.

resource "databricks_global_init_script" "agent" {
  name           = "agent"
  enabled        = true
  content_base64 = "ZWNobw=="
}
