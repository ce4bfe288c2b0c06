# azurerm locks by itself.
terraform {
  backend "azurerm" {
    resource_group_name  = "terraform"
    storage_account_name = "acmeterraform"
    container_name       = "state"
    key                  = "lakehouse.tfstate"
  }
}
