# Other settings of the workspace.

resource "databricks_workspace_conf" "this" {
  custom_config = {
    enableIpAccessLists = "true"
  }
}
