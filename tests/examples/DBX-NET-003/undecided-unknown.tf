# Known only after the apply.

resource "databricks_ip_access_list" "office" {
  label        = "office"
  list_type    = "ALLOW"
  ip_addresses = [terraform_data.later.output]
}

resource "terraform_data" "later" {
  input = "203.0.113.7"
}
