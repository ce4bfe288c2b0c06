# Notebooks can be exported, tables copied.
#: --apply

resource "databricks_workspace_conf" "this" {
  custom_config = {
    enableExportNotebook         = "true"
    enableNotebookTableClipboard = "true"
  }
}
