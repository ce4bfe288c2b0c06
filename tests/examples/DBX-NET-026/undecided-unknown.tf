# Known only after the apply.

resource "databricks_aibi_dashboard_embedding_access_policy_setting" "this" {
  aibi_dashboard_embedding_access_policy {
    access_policy_type = terraform_data.later.output
  }
}

resource "terraform_data" "later" {
  input = "DENY_ALL_DOMAINS"
}
