# The deployment is locked out.
#: --apply

resource "databricks_ip_access_list" "office" {
  label        = "office"
  list_type    = "ALLOW"
  ip_addresses = ["198.51.100.0/24"]
}
