# Before: verbose.

resource "databricks_workspace_conf" "this" {
  custom_config = {
    enableVerboseAuditLogs = "true"
  }
}
