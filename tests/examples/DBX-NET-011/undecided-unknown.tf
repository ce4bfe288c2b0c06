# Known only after the apply.

provider "azurerm" {
  features {}
}

resource "azurerm_databricks_workspace" "analytics" {
  name                = "analytics"
  resource_group_name = "rg-analytics"
  location            = "westeurope"
  sku                 = "premium"
  customer_managed_key_enabled          = terraform_data.later.output == "x"
  managed_disk_cmk_key_vault_key_id     = "https://vault.vault.azure.net/keys/databricks/1"
  managed_services_cmk_key_vault_key_id = "https://vault.vault.azure.net/keys/databricks/2"
}

resource "terraform_data" "later" {
  input = "x"
}
