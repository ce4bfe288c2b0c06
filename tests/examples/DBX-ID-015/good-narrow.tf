# What the application needs.
#: --apply

resource "databricks_custom_app_integration" "app" {
  name          = "dashboards"
  redirect_urls = ["https://bi.example.com/callback"]
  scopes        = ["sql", "offline_access"]

  token_access_policy {
    access_token_ttl_in_minutes  = 60
    refresh_token_ttl_in_minutes = 1440
  }
}
