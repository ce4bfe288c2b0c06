# Known only after the apply.

resource "databricks_enhanced_security_monitoring_workspace_setting" "this" {
  enhanced_security_monitoring_workspace {
    is_enabled = terraform_data.later.output
  }
}

resource "terraform_data" "later" {
  input = true
}
