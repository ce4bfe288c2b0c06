# A person owns all of it.
#: --apply

resource "databricks_schema" "sales" {
  catalog_name = "prod"
  name         = "sales"
  owner        = "someone@example.com"
}

resource "databricks_volume" "raw" {
  catalog_name = "prod"
  schema_name  = "sales"
  name         = "raw"
  volume_type  = "MANAGED"
  owner        = "someone@example.com"
}

resource "databricks_sql_table" "orders" {
  catalog_name = "prod"
  schema_name  = "sales"
  name         = "orders"
  table_type   = "MANAGED"
  owner        = "someone@example.com"
}
