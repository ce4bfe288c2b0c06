# On a mount.
#: --apply

resource "databricks_volume" "files" {
  name             = "files"
  catalog_name     = "main"
  schema_name      = "raw"
  volume_type      = "EXTERNAL"
  storage_location = "dbfs:/mnt/raw/files"
}
