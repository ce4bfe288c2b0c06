# Known only after the apply.

provider "azurerm" {
  features {}
}

resource "azurerm_databricks_workspace" "analytics" {
  name                = "analytics"
  resource_group_name = "rg-analytics"
  location            = "westeurope"
  sku                 = terraform_data.later.output
}

resource "terraform_data" "later" {
  input = "premium"
}
