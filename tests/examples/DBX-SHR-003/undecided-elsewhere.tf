# The addresses come with the apply.

resource "terraform_data" "elsewhere" {
  input = "203.0.113.0/24"
}

resource "databricks_recipient" "partner" {
  name                = "partner"
  authentication_type = "TOKEN"

  ip_access_list {
    allowed_ip_addresses = [terraform_data.elsewhere.output]
  }
}
