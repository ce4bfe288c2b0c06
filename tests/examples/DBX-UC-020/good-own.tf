# A path of its own.

resource "databricks_metastore" "lake" {
  name         = "lake"
  region       = "westeurope"
  owner        = "metastore-admins"
  storage_root = "abfss://lake@sales.dfs.core.windows.net/"
}

resource "databricks_catalog" "prod" {
  name         = "prod"
  storage_root = "abfss://prod@sales.dfs.core.windows.net/"
}
