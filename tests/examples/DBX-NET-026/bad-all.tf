# On all pages.
#: --apply

resource "databricks_aibi_dashboard_embedding_access_policy_setting" "this" {
  aibi_dashboard_embedding_access_policy {
    access_policy_type = "ALLOW_ALL_DOMAINS"
  }
}
