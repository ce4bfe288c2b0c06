# On GCP it would be open.

resource "databricks_mws_private_access_settings" "main" {
  private_access_settings_name = "main"
  region                       = "europe-west1"
}
