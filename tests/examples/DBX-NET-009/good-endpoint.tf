# By a private endpoint.

provider "azurerm" {
  features {}
}

resource "azurerm_databricks_workspace" "analytics" {
  name                = "analytics"
  resource_group_name = "rg-analytics"
  location            = "westeurope"
  sku                 = "premium"
  public_network_access_enabled = false
}

resource "azurerm_private_endpoint" "browser" {
  name                = "browser"
  resource_group_name = "rg-analytics"
  location            = "westeurope"
  subnet_id           = "/subscriptions/0/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/v/subnets/endpoints"

  private_service_connection {
    name                           = "browser"
    is_manual_connection           = false
    private_connection_resource_id = azurerm_databricks_workspace.analytics.id
    subresource_names              = ["databricks_ui_api"]
  }
}
