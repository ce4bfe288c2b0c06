# On.

resource "databricks_ip_access_list" "office" {
  label        = "office"
  list_type    = "ALLOW"
  ip_addresses = ["203.0.113.0/24"]
}

resource "databricks_workspace_conf" "this" {
  custom_config = {
    enableIpAccessLists = true
  }
}
