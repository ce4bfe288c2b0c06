# A variable decides.

variable "auth_type" {
  type    = string
  default = "azure-cli"
}

provider "databricks" {
  alias     = "workspace"
  host      = "https://adb-1234567890123456.7.azuredatabricks.net"
  auth_type = var.auth_type
}

resource "databricks_sql_global_config" "all" {
  provider = databricks.workspace
}
