# On.
#: --apply

resource "databricks_metastore" "main" {
  name                    = "main"
  region                  = "westeurope"
  external_access_enabled = true
}
