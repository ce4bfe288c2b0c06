# A password.
#: --apply

resource "databricks_connection" "crm" {
  name            = "crm"
  connection_type = "POSTGRESQL"

  options = {
    host     = "crm.example.com"
    user     = "reader"
    password = "hunter2-hunter2"
  }
}
