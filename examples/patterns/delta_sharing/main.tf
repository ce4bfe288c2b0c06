# Tables for a partner on Databricks, and for one who is not.
terraform {
  required_providers {
    databricks = { source = "databricks/databricks" }
  }
}

provider "databricks" {}

variable "partner_metastore" {
  type    = string
  default = "azure:westeurope:19a84bee-54bc-43a2-87de-023d0ec16016"
}

resource "databricks_share" "sales" {
  name  = "sales"
  owner = "data-sharing-admins"

  object {
    name                        = "prod.gold.sales"
    data_object_type            = "TABLE"
    history_data_sharing_status = "ENABLED"
  }

  object {
    name             = "prod.gold.customers"
    data_object_type = "TABLE"
    partition {
      value {
        name  = "country"
        op    = "EQUAL"
        value = "DE"
      }
    }
  }
}

resource "databricks_recipient" "partner" {
  name                               = "partner"
  comment                            = "Reads sales for the joint planning."
  authentication_type                = "DATABRICKS"
  data_recipient_global_metastore_id = var.partner_metastore
  owner                              = "data-sharing-admins"
}

resource "databricks_recipient" "agency" {
  name                = "agency"
  comment             = "Reads with a token, from its own office."
  authentication_type = "TOKEN"
  owner               = "data-sharing-admins"

  ip_access_list {
    allowed_ip_addresses = ["198.51.100.0/24"]
  }
}

resource "databricks_grants" "sales" {
  share = databricks_share.sales.name

  grant {
    principal  = databricks_recipient.partner.name
    privileges = ["SELECT"]
  }

  grant {
    principal  = databricks_recipient.agency.name
    privileges = ["SELECT"]
  }
}

resource "databricks_metastore" "this" {
  name                                              = "primary"
  region                                            = "westeurope"
  owner                                             = "metastore-admins"
  delta_sharing_scope                               = "INTERNAL_AND_EXTERNAL"
  delta_sharing_recipient_token_lifetime_in_seconds = 604800
  force_destroy                                     = false
}
