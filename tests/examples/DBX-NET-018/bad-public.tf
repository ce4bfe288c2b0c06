# Open.
#: --apply

resource "databricks_mws_private_access_settings" "main" {
  private_access_settings_name = "main"
  region                       = "eu-west-1"
  public_access_enabled        = true
}
