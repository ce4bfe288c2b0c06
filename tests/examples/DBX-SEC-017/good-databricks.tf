# A recipient on Databricks.

resource "databricks_recipient" "partner" {
  name                = "partner"
  authentication_type = "DATABRICKS"
}
