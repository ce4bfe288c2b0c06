# No type is written.

resource "databricks_sql_endpoint" "bi" {
  name         = "bi"
  cluster_size = "Small"
}
