# Without the commands.
#: --apply

resource "databricks_workspace_conf" "this" {
  custom_config = {
    enableVerboseAuditLogs = "false"
  }
}
