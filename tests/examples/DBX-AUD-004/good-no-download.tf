# They cannot.

resource "databricks_workspace_conf" "this" {
  custom_config = {
    enableResultsDownloading = "false"
  }
}
