# Every scope, a redirect over http, and refresh tokens for a month.
#: --apply

resource "databricks_custom_app_integration" "app" {
  name          = "dashboards"
  redirect_urls = ["http://bi.example.com/callback"]
  scopes        = ["all-apis"]

  token_access_policy {
    access_token_ttl_in_minutes  = 60
    refresh_token_ttl_in_minutes = 43200
  }
}
