# With one that is made together with it.

resource "databricks_mws_workspaces" "analytics" {
  account_id               = "0f1e2d3c-1111-4222-8333-444455556666"
  workspace_name           = "analytics"
  aws_region               = "eu-west-1"
  credentials_id           = "credentials"
  storage_configuration_id = "storage"
  private_access_settings_id = databricks_mws_private_access_settings.closed.private_access_settings_id
}

resource "databricks_mws_private_access_settings" "closed" {
  private_access_settings_name = "closed"
  region                       = "eu-west-1"
}
