# In the storage of the metastore.
#: --apply

resource "databricks_metastore" "lake" {
  name         = "lake"
  region       = "westeurope"
  owner        = "metastore-admins"
  storage_root = "abfss://lake@sales.dfs.core.windows.net/"
}

resource "databricks_catalog" "prod" {
  name = "prod"
}
