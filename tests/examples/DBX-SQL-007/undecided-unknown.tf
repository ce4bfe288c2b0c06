# How many clusters there may be is known only after the apply.

resource "databricks_sql_endpoint" "bi" {
  name         = "bi"
  cluster_size = "Small"
  max_num_clusters = terraform_data.later.output
}

resource "terraform_data" "later" {
  input = 20
}
