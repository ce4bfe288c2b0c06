# Closed.

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
  min_tls_version           = "TLS1_2"

  network_rules {
    default_action = "Deny"
  }
}

resource "databricks_external_location" "raw" {
  name            = "raw"
  url             = "abfss://raw@${azurerm_storage_account.lake.name}.dfs.core.windows.net/in"
  credential_name = "lake"
}
