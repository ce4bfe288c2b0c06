# The current channel.

resource "databricks_sql_endpoint" "bi" {
  name         = "bi"
  cluster_size = "Small"

  channel {
    name = "CHANNEL_NAME_CURRENT"
  }
}
