# A Key Vault.

resource "databricks_secret_scope" "app" {
  name = "app"

  keyvault_metadata {
    resource_id = "/subscriptions/1/resourceGroups/a/providers/Microsoft.KeyVault/vaults/app"
    dns_name    = "https://app.vault.azure.net/"
  }
}
