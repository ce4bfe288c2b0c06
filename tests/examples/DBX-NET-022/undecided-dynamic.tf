# Whether there is a token is known only after the apply.

resource "databricks_mws_workspaces" "analytics" {
  account_id               = "0f1e2d3c-1111-4222-8333-444455556666"
  workspace_name           = "analytics"
  aws_region               = "eu-west-1"
  credentials_id           = "credentials"
  storage_configuration_id = "storage"
  dynamic "token" {
    for_each = terraform_data.later.output
    content {}
  }
}

resource "terraform_data" "later" {
  input = [1]
}
