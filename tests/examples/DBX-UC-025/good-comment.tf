# Says what it holds.

resource "databricks_schema" "sales" {
  catalog_name = "prod"
  name         = "sales"
  comment      = "Orders and invoices; no personal data."
}
