# A workspace without public access, its catalog on storage of its own, and the account's settings around it.
terraform {
  required_providers {
    azurerm    = { source = "hashicorp/azurerm" }
    databricks = { source = "databricks/databricks" }
  }
}

provider "azurerm" {
  features {}
}

provider "databricks" {}

variable "location" {
  type    = string
  default = "westeurope"
}

variable "environment" {
  type    = string
  default = "prod"
}

variable "subnet_ids" {
  type = map(string)
  default = {
    private_link = "/subscriptions/0000/resourceGroups/net/providers/Microsoft.Network/virtualNetworks/spoke/subnets/pl"
    vnet         = "/subscriptions/0000/resourceGroups/net/providers/Microsoft.Network/virtualNetworks/spoke"
  }
}

variable "key_ids" {
  type = object({ disk = string, services = string })
  default = {
    disk     = "https://kv-sra.vault.azure.net/keys/disk/0123456789abcdef"
    services = "https://kv-sra.vault.azure.net/keys/services/0123456789abcdef"
  }
}

locals {
  tags = { owner = "data-platform", cost_center = "4711", environment = var.environment }
}

resource "azurerm_databricks_workspace" "this" {
  name                                  = "dbw-sra"
  resource_group_name                   = "rg-sra"
  managed_resource_group_name           = "rg-sra-managed"
  location                              = var.location
  sku                                   = "premium"
  customer_managed_key_enabled          = true
  infrastructure_encryption_enabled     = true
  managed_disk_cmk_key_vault_key_id     = var.key_ids.disk
  managed_services_cmk_key_vault_key_id = var.key_ids.services
  public_network_access_enabled         = false
  network_security_group_rules_required = "NoAzureDatabricksRules"
  default_storage_firewall_enabled      = true
  access_connector_id                   = azurerm_databricks_access_connector.workspace.id
  tags                                  = local.tags

  custom_parameters {
    storage_account_name = "dbstoragesra"
    no_public_ip         = true
    virtual_network_id   = var.subnet_ids.vnet
    public_subnet_name   = "host"
    private_subnet_name  = "container"
  }
}

resource "azurerm_databricks_access_connector" "workspace" {
  name                = "ac-workspace"
  resource_group_name = "rg-sra"
  location            = var.location
  tags                = local.tags

  identity {
    type = "SystemAssigned"
  }
}

resource "azurerm_databricks_access_connector" "unity_catalog" {
  name                = "ac-unity-catalog"
  resource_group_name = "rg-sra"
  location            = var.location
  tags                = local.tags

  identity {
    type = "SystemAssigned"
  }
}

resource "azurerm_storage_account" "unity_catalog" {
  name                            = "stsrauc"
  resource_group_name             = "rg-sra"
  location                        = var.location
  account_tier                    = "Standard"
  account_replication_type        = "ZRS"
  is_hns_enabled                  = true
  public_network_access_enabled   = false
  allow_nested_items_to_be_public = false
  shared_access_key_enabled       = false
  min_tls_version                 = "TLS1_2"
  tags                            = local.tags

  network_rules {
    default_action = "Deny"
    bypass         = ["None"]
  }
}

resource "azurerm_private_endpoint" "ui_api" {
  name                = "pe-ui-api"
  resource_group_name = "rg-sra"
  location            = var.location
  subnet_id           = var.subnet_ids.private_link

  private_service_connection {
    name                           = "ui-api"
    private_connection_resource_id = azurerm_databricks_workspace.this.id
    is_manual_connection           = false
    subresource_names              = ["databricks_ui_api"]
  }
}

resource "azurerm_monitor_diagnostic_setting" "workspace" {
  name                       = "to-log-analytics"
  target_resource_id         = azurerm_databricks_workspace.this.id
  log_analytics_workspace_id = "/subscriptions/0000/resourceGroups/logs/providers/Microsoft.OperationalInsights/workspaces/law"

  dynamic "enabled_log" {
    for_each = toset(["accounts", "clusters", "jobs", "notebook", "secrets", "unityCatalog", "workspace"])
    content {
      category = enabled_log.value
    }
  }
}

resource "databricks_mws_network_connectivity_config" "this" {
  name   = "ncc-sra"
  region = var.location
}

resource "databricks_mws_ncc_binding" "this" {
  network_connectivity_config_id = databricks_mws_network_connectivity_config.this.network_connectivity_config_id
  workspace_id                   = azurerm_databricks_workspace.this.workspace_id
}

resource "databricks_storage_credential" "unity_catalog" {
  name           = "cred-sra"
  isolation_mode = "ISOLATION_MODE_ISOLATED"
  owner          = "metastore-admins"

  azure_managed_identity {
    access_connector_id = azurerm_databricks_access_connector.unity_catalog.id
  }
}

resource "databricks_external_location" "unity_catalog" {
  name            = "stsrauc"
  url             = "abfss://catalog@${azurerm_storage_account.unity_catalog.name}.dfs.core.windows.net/"
  credential_name = databricks_storage_credential.unity_catalog.name
  isolation_mode  = "ISOLATION_MODE_ISOLATED"
  owner           = "metastore-admins"
}

resource "databricks_catalog" "this" {
  name           = "sra_prod"
  storage_root   = databricks_external_location.unity_catalog.url
  isolation_mode = "ISOLATED"
  owner          = "data-platform"
  comment        = "Data of the secured workspace."
}

resource "databricks_ip_access_list" "office" {
  label        = "office"
  list_type    = "ALLOW"
  ip_addresses = ["203.0.113.0/24"]
}

resource "databricks_workspace_conf" "this" {
  custom_config = {
    enableIpAccessLists                              = "true"
    enableTokensConfig                               = "true"
    maxTokenLifetimeDays                             = "90"
    enableResultsDownloading                         = "false"
    enableNotebookTableClipboard                     = "false"
    enableVerboseAuditLogs                           = "true"
    enableDbfsFileBrowser                            = "false"
    enableExportNotebook                             = "false"
    storeInteractiveNotebookResultsInCustomerAccount = "true"
  }
}

resource "databricks_restrict_workspace_admins_setting" "this" {
  restrict_workspace_admins {
    status = "RESTRICT_TOKENS_AND_JOB_RUN_AS"
  }
}

resource "databricks_cluster_policy" "isolated" {
  name = "isolated"
  definition = jsonencode({
    data_security_mode      = { type = "fixed", value = "USER_ISOLATION" }
    autotermination_minutes = { type = "range", maxValue = 60, defaultValue = 30 }
    num_workers             = { type = "range", maxValue = 8 }
    "custom_tags.owner"     = { type = "fixed", value = "data-platform" }
  })
}
