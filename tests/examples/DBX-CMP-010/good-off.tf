# Kept, but off.

resource "databricks_global_init_script" "agent" {
  name           = "agent"
  enabled        = false
  content_base64 = "ZWNobw=="
}
