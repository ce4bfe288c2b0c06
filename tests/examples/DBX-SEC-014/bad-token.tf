# A token in the code.

provider "databricks" {
  alias = "workspace"
  host  = "https://adb-1234567890123456.7.azuredatabricks.net"
  token = "hunter2-hunter2"
}

resource "databricks_sql_global_config" "all" {
  provider = databricks.workspace
}
