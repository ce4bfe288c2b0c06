# Nobody watches the nodes.
#: --apply

provider "azurerm" {
  features {}
}

resource "azurerm_databricks_workspace" "analytics" {
  name                = "analytics"
  resource_group_name = "rg-analytics"
  location            = "westeurope"
  sku                 = "premium"
  enhanced_security_compliance {
    automatic_cluster_update_enabled     = true
    enhanced_security_monitoring_enabled = false
  }
}
