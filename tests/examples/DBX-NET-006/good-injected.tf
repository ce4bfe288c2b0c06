# In a network of ours.

provider "azurerm" {
  features {}
}

resource "azurerm_databricks_workspace" "analytics" {
  name                = "analytics"
  resource_group_name = "rg-analytics"
  location            = "westeurope"
  sku                 = "premium"
  custom_parameters {
    virtual_network_id  = "/subscriptions/0/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/v"
    public_subnet_name  = "host"
    private_subnet_name = "container"
  }
}
