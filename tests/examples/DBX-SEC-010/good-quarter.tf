# A quarter.

resource "databricks_workspace_conf" "this" {
  custom_config = {
    maxTokenLifetimeDays = "90"
  }
}
