# A managed identity.

resource "databricks_storage_credential" "lake" {
  name = "lake"

  azure_managed_identity {
    access_connector_id = "/subscriptions/0/resourceGroups/rg/providers/Microsoft.Databricks/accessConnectors/lake"
  }
}
