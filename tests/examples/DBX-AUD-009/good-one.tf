# Different keys.

resource "databricks_workspace_conf" "logs" {
  custom_config = {
    enableVerboseAuditLogs = "true"
  }
}

resource "databricks_workspace_conf" "all" {
  custom_config = {
    enableResultsDownloading = "false"
  }
}
