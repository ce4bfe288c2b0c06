# With a firewall.

provider "azurerm" {
  features {}
}

resource "azurerm_databricks_workspace" "analytics" {
  name                = "analytics"
  resource_group_name = "rg-analytics"
  location            = "westeurope"
  sku                 = "premium"
  default_storage_firewall_enabled = true
  access_connector_id              = azurerm_databricks_access_connector.storage.id
}

resource "azurerm_databricks_access_connector" "storage" {
  name                = "storage"
  resource_group_name = "rg-analytics"
  location            = "westeurope"
}
