# Pro.

resource "databricks_sql_endpoint" "bi" {
  name         = "bi"
  cluster_size = "Small"
  warehouse_type = "PRO"
}
