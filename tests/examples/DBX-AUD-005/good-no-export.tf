# Neither is possible.

resource "databricks_workspace_conf" "this" {
  custom_config = {
    enableExportNotebook         = "false"
    enableNotebookTableClipboard = "false"
  }
}
