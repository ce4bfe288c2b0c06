# One key in two resources.

resource "databricks_workspace_conf" "logs" {
  custom_config = {
    enableVerboseAuditLogs   = "true"
    enableResultsDownloading = "false"
  }
}

resource "databricks_workspace_conf" "all" {
  custom_config = {
    enableResultsDownloading = "true"
  }
}
