# Both associations.

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
    public_subnet_network_security_group_association_id  = "/subscriptions/0/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/v/subnets/host"
    private_subnet_network_security_group_association_id = "/subscriptions/0/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/v/subnets/container"
  }
}
