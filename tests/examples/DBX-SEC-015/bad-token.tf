# A token, wherever it comes from.

variable "token" {
  type      = string
  sensitive = true
  default   = "hunter2-hunter2"
}

provider "databricks" {
  alias = "workspace"
  host  = "https://adb-1234567890123456.7.azuredatabricks.net"
  token = var.token
}

resource "databricks_sql_global_config" "all" {
  provider = databricks.workspace
}
