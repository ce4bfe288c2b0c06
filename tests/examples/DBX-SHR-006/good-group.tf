# A group answers for sharing.

resource "databricks_share" "sales" {
  name  = "sales"
  owner = "data-sharing"

  object {
    name             = "prod.sales.orders"
    data_object_type = "TABLE"
  }
}

resource "databricks_recipient" "partner" {
  name                               = "partner"
  authentication_type                = "DATABRICKS"
  data_recipient_global_metastore_id = "azure:westeurope:5f0d3a1c"
  owner                              = "data-sharing"
}
