# With isolation.

resource "databricks_workspace_conf" "this" {
  custom_config = {
    enforceUserIsolation = "true"
  }
}
