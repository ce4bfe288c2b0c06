# With the commands.

resource "databricks_workspace_conf" "this" {
  custom_config = {
    enableVerboseAuditLogs = "true"
  }
}
