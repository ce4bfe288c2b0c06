# In a location.

resource "databricks_volume" "files" {
  name             = "files"
  catalog_name     = "main"
  schema_name      = "raw"
  volume_type      = "EXTERNAL"
  storage_location = "abfss://raw@lakeprod.dfs.core.windows.net/files"
}
