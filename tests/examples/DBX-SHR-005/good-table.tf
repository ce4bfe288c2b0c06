# One table as it is today.

resource "databricks_share" "sales" {
  name = "sales"

  object {
    name                        = "prod.sales.orders"
    data_object_type            = "TABLE"
    history_data_sharing_status = "DISABLED"
  }
}
