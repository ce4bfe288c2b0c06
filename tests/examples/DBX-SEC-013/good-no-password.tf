# People authenticate themselves.

resource "databricks_connection" "crm" {
  name            = "crm"
  connection_type = "POSTGRESQL"

  options = {
    host      = "crm.example.com"
    client_id = "7c1f0a4e"
  }
}
