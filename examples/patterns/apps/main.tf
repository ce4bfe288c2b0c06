# An app that asks a warehouse on behalf of who opens it, and who may.
terraform {
  required_providers {
    databricks = { source = "databricks/databricks" }
  }
}

provider "databricks" {}

resource "databricks_sql_endpoint" "app" {
  name                      = "app"
  cluster_size              = "2X-Small"
  auto_stop_mins            = 10
  warehouse_type            = "PRO"
  enable_serverless_compute = true
}

resource "databricks_secret_scope" "app" {
  name = "app"
}

resource "databricks_app" "planner" {
  name        = "planner"
  description = "Plans deliveries."

  user_api_scopes = ["sql"]
}

resource "databricks_permissions" "planner" {
  app_name = databricks_app.planner.name

  access_control {
    group_name       = "logistics"
    permission_level = "CAN_USE"
  }
}

resource "databricks_permissions" "warehouse" {
  sql_endpoint_id = databricks_sql_endpoint.app.id

  access_control {
    group_name       = "logistics"
    permission_level = "CAN_MONITOR"
  }
}

resource "databricks_grants" "deliveries" {
  table = "prod.gold.deliveries"

  grant {
    principal  = databricks_app.planner.service_principal_client_id
    privileges = ["SELECT"]
  }
}
