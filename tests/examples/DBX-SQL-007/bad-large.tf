# Large, and many.
#: --apply

resource "databricks_sql_endpoint" "bi" {
  name         = "bi"
  cluster_size = "4X-Large"
  max_num_clusters = 20
}
