# A person decides who gets what.
#: --apply

resource "databricks_share" "sales" {
  name  = "sales"
  owner = "someone@example.com"

  object {
    name             = "prod.sales.orders"
    data_object_type = "TABLE"
  }
}
