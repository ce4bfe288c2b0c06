# Which workspace comes with the apply.

resource "terraform_data" "elsewhere" {
  input = 6543210987654321
}

resource "databricks_catalog" "prod" {
  name           = "prod"
  isolation_mode = "ISOLATED"
}

resource "databricks_workspace_binding" "dev" {
  securable_name = databricks_catalog.prod.name
  workspace_id   = terraform_data.elsewhere.output
}
