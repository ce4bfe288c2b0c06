# Without encryption.
#: --apply

resource "databricks_volume" "files" {
  name             = "files"
  catalog_name     = "main"
  schema_name      = "raw"
  volume_type      = "EXTERNAL"
  storage_location = "wasb://raw@lakeprod.blob.core.windows.net/files"
}
