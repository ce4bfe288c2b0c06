# The channel is known only after the apply.

resource "databricks_sql_endpoint" "bi" {
  name         = "bi"
  cluster_size = "Small"

  channel {
    name = terraform_data.later.output
  }
}

resource "terraform_data" "later" {
  input = "CHANNEL_NAME_PREVIEW"
}
