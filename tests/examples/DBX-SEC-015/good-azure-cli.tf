# The Azure CLI.

provider "databricks" {
  alias     = "workspace"
  host      = "https://adb-1234567890123456.7.azuredatabricks.net"
  auth_type = "azure-cli"
}

resource "databricks_sql_global_config" "all" {
  provider = databricks.workspace
}
