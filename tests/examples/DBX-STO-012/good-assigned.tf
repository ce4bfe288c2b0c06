# Assigned here.

resource "databricks_mws_workspaces" "analytics" {
  account_id               = "0f1e2d3c-1111-4222-8333-444455556666"
  workspace_name           = "analytics"
  aws_region               = "eu-west-1"
  credentials_id           = "credentials"
  storage_configuration_id = "storage"
}

resource "databricks_metastore_assignment" "analytics" {
  metastore_id = "0f1e2d3c-1111-4222-8333-444455556666"
  workspace_id = databricks_mws_workspaces.analytics.workspace_id
}
