# Which scopes it has is known only after the apply.

resource "terraform_data" "later" {
  input = "sql"
}

resource "databricks_custom_app_integration" "app" {
  name          = "dashboards"
  redirect_urls = ["https://bi.example.com/callback"]
  scopes        = [terraform_data.later.output]

  token_access_policy {
    access_token_ttl_in_minutes  = 60
    refresh_token_ttl_in_minutes = 1440
  }
}
