# Closed by rules of their own.

provider "azurerm" {
  features {}
}

resource "azurerm_storage_account" "lake" {
  name                      = "lakeprod"
  resource_group_name       = "rg-lake"
  location                  = "westeurope"
  account_tier              = "Standard"
  account_replication_type  = "ZRS"
  is_hns_enabled            = true
  shared_access_key_enabled = false
}

resource "databricks_external_location" "raw" {
  name            = "raw"
  url             = "abfss://raw@${azurerm_storage_account.lake.name}.dfs.core.windows.net/in"
  credential_name = "lake"
}

resource "azurerm_storage_account_network_rules" "lake" {
  storage_account_id = azurerm_storage_account.lake.id
  default_action     = "Deny"
}
