# Only the apply tells whether there is one.

resource "databricks_mws_workspaces" "analytics" {
  account_id               = "0f1e2d3c-1111-4222-8333-444455556666"
  workspace_name           = "analytics"
  aws_region               = "eu-west-1"
  credentials_id           = "credentials"
  storage_configuration_id = "storage"
  managed_services_customer_managed_key_id = "key"
  storage_customer_managed_key_id          = timestamp() == "" ? null : "key"
}
