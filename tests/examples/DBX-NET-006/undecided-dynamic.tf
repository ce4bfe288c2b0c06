# Whether there are parameters is known only after the apply.

provider "azurerm" {
  features {}
}

resource "azurerm_databricks_workspace" "analytics" {
  name                = "analytics"
  resource_group_name = "rg-analytics"
  location            = "westeurope"
  sku                 = "premium"
  dynamic "custom_parameters" {
    for_each = terraform_data.later.output
    content {
      no_public_ip = true
    }
  }
}

resource "terraform_data" "later" {
  input = [1]
}
