# One scope with a Key Vault, so this is Azure, and one without.
#: --apply

resource "databricks_secret_scope" "app" {
  name = "app"

  keyvault_metadata {
    resource_id = "/subscriptions/1/resourceGroups/a/providers/Microsoft.KeyVault/vaults/app"
    dns_name    = "https://app.vault.azure.net/"
  }
}

resource "databricks_secret_scope" "old" {
  name = "old"
}
