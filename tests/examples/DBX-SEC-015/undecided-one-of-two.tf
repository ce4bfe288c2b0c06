# The provider takes one of the two, whichever variable is set.

variable "token" {
  type      = string
  sensitive = true
  default   = null
}

variable "client_id" {
  type    = string
  default = null
}

provider "databricks" {
  alias     = "workspace"
  host      = "https://adb-1234567890123456.7.azuredatabricks.net"
  token     = var.token
  client_id = var.client_id
}

resource "databricks_sql_global_config" "all" {
  provider = databricks.workspace
}
