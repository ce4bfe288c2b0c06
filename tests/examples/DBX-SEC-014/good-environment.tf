# Credentials from the environment.

provider "databricks" {
  alias = "workspace"
  host  = "https://adb-1234567890123456.7.azuredatabricks.net"
}

resource "databricks_sql_global_config" "all" {
  provider = databricks.workspace
}
