# Only the apply tells what the setting is for.

provider "azurerm" {
  features {}
}

resource "azurerm_databricks_workspace" "analytics" {
  name                = "analytics"
  resource_group_name = "rg-analytics"
  location            = "westeurope"
  sku                 = "premium"
}

resource "azurerm_monitor_diagnostic_setting" "audit" {
  name                       = "audit"
  target_resource_id         = timestamp() == "" ? null : "/w"
  log_analytics_workspace_id = "/subscriptions/0/resourceGroups/rg/providers/Microsoft.OperationalInsights/workspaces/logs"

  enabled_log {
    category_group = "allLogs"
  }
}
