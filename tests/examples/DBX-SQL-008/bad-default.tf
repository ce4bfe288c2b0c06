# The publisher asks, which is the default.
#: --apply

resource "databricks_dashboard" "sales" {
  display_name         = "sales"
  warehouse_id         = "0415"
  parent_path          = "/Applications/sales"
  serialized_dashboard = "{}"
}
