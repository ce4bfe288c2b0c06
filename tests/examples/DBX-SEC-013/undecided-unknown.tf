# Known only after the apply.

resource "databricks_connection" "crm" {
  name            = "crm"
  connection_type = "POSTGRESQL"

  options = {
    host     = "crm.example.com"
    password = terraform_data.later.output
  }
}

resource "terraform_data" "later" {
  input = "hunter2-hunter2"
}
