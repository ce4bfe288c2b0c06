# Keys of ours.

provider "azurerm" {
  features {}
}

resource "azurerm_databricks_workspace" "analytics" {
  name                = "analytics"
  resource_group_name = "rg-analytics"
  location            = "westeurope"
  sku                 = "premium"
  customer_managed_key_enabled          = true
  managed_disk_cmk_key_vault_key_id     = "https://vault.vault.azure.net/keys/databricks/1"
  managed_services_cmk_key_vault_key_id = "https://vault.vault.azure.net/keys/databricks/2"
}
