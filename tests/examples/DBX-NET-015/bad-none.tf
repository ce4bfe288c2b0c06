# No diagnostic setting.
#: --apply

provider "azurerm" {
  features {}
}

resource "azurerm_databricks_workspace" "analytics" {
  name                = "analytics"
  resource_group_name = "rg-analytics"
  location            = "westeurope"
  sku                 = "premium"
}
