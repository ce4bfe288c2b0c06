# A list that is off, in a workspace that applies none.
#: --apply

resource "databricks_ip_access_list" "office" {
  label        = "office"
  list_type    = "ALLOW"
  ip_addresses = ["203.0.113.0/24"]
  enabled      = false
}

resource "databricks_workspace_conf" "this" {
  custom_config = {
    enableIpAccessLists = false
  }
}
