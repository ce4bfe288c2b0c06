# Without isolation.
#: --apply

resource "databricks_workspace_conf" "this" {
  custom_config = {
    enforceUserIsolation = "false"
  }
}
