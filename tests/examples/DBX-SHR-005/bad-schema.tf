# All that is and will be in it.
#: --apply

resource "databricks_share" "sales" {
  name = "sales"

  object {
    name             = "prod.sales"
    data_object_type = "SCHEMA"
  }
}
