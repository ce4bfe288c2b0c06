# Whoever applies owns it.

resource "databricks_share" "sales" {
  name = "sales"

  object {
    name             = "prod.sales.orders"
    data_object_type = "TABLE"
  }
}
