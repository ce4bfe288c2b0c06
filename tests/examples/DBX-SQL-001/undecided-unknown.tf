# When it stops is known only after the apply.

resource "databricks_sql_endpoint" "bi" {
  name         = "bi"
  cluster_size = "Small"
  auto_stop_mins = terraform_data.later.output
}

resource "terraform_data" "later" {
  input = 10
}
