# As Azure makes them.
#: --apply

provider "azurerm" {
  features {}
}

resource "azurerm_storage_account" "lake" {
  name                     = "lakeprod"
  resource_group_name      = "rg-lake"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "ZRS"
  is_hns_enabled           = true
}

resource "databricks_external_location" "raw" {
  name            = "raw"
  url             = "abfss://raw@${azurerm_storage_account.lake.name}.dfs.core.windows.net/in"
  credential_name = "lake"
}
