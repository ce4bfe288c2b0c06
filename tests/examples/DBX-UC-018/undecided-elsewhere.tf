# What the binding is for comes with the apply.

resource "terraform_data" "elsewhere" {
  input = "prod"
}

resource "databricks_catalog" "prod" {
  name           = "prod"
  isolation_mode = "ISOLATED"
}

resource "databricks_workspace_binding" "prod" {
  securable_name = terraform_data.elsewhere.output
  workspace_id   = 1234567890123456
}
