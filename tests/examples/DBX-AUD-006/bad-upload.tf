# DBFS in the browser, and uploads.
#: --apply

resource "databricks_workspace_conf" "this" {
  custom_config = {
    enableDbfsFileBrowser = "true"
    enableUploadDataUis   = "true"
  }
}
