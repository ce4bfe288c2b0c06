# One key in two resources, maybe of two workspaces.

provider "databricks" {
  alias = "second"
}

resource "databricks_workspace_conf" "one" {
  custom_config = {
    enableVerboseAuditLogs = "true"
  }
}

resource "databricks_workspace_conf" "two" {
  provider = databricks.second

  custom_config = {
    enableVerboseAuditLogs = "true"
  }
}
