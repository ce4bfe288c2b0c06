# Results can be downloaded.
#: --apply

resource "databricks_workspace_conf" "this" {
  custom_config = {
    enableResultsDownloading = "true"
  }
}
