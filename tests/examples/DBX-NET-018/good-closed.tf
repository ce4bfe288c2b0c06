# Closed, which is what AWS takes.

resource "databricks_mws_private_access_settings" "main" {
  private_access_settings_name = "main"
  region                       = "eu-west-1"
}
