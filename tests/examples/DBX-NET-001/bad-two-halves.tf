# The internet in two halves.
#: --apply

resource "databricks_ip_access_list" "office" {
  label        = "office"
  list_type    = "ALLOW"
  ip_addresses = ["0.0.0.0/1", "128.0.0.0/1"]
}
