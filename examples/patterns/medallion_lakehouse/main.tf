# Bronze, silver and gold in one catalog, loaded by a pipeline, read through a SQL warehouse.
terraform {
  required_providers {
    databricks = { source = "databricks/databricks" }
  }
}

provider "databricks" {}

variable "environment" {
  type    = string
  default = "prod"
}

variable "layers" {
  type = map(object({ comment = string, readers = set(string) }))
  default = {
    bronze = { comment = "As it came.", readers = ["data-engineers"] }
    silver = { comment = "Cleaned and joined.", readers = ["data-engineers", "data-scientists"] }
    gold   = { comment = "For reports.", readers = ["data-engineers", "data-scientists", "analysts"] }
  }
}

resource "databricks_group" "this" {
  for_each     = toset(["data-engineers", "data-scientists", "analysts"])
  display_name = each.key
}

resource "databricks_service_principal" "etl" {
  display_name = "sp-etl-${var.environment}"
}

resource "databricks_storage_credential" "lake" {
  name  = "lake"
  owner = "metastore-admins"

  azure_managed_identity {
    access_connector_id = "/subscriptions/0000/resourceGroups/lake/providers/Microsoft.Databricks/accessConnectors/lake"
  }
}

resource "databricks_external_location" "layer" {
  for_each        = var.layers
  name            = each.key
  url             = "abfss://${each.key}@stlake${var.environment}.dfs.core.windows.net/"
  credential_name = databricks_storage_credential.lake.name
  owner           = "data-engineers"
}

resource "databricks_catalog" "lake" {
  name           = var.environment
  storage_root   = databricks_external_location.layer["gold"].url
  isolation_mode = "ISOLATED"
  owner          = "data-engineers"
  comment        = "The lakehouse."
}

resource "databricks_schema" "layer" {
  for_each     = var.layers
  catalog_name = databricks_catalog.lake.name
  name         = each.key
  comment      = each.value.comment
  owner        = "data-engineers"
}

resource "databricks_grants" "catalog" {
  catalog = databricks_catalog.lake.name

  dynamic "grant" {
    for_each = databricks_group.this
    content {
      principal  = grant.value.display_name
      privileges = ["USE_CATALOG"]
    }
  }
}

resource "databricks_grants" "layer" {
  for_each = var.layers
  schema   = databricks_schema.layer[each.key].id

  dynamic "grant" {
    for_each = each.value.readers
    content {
      principal  = grant.value
      privileges = ["USE_SCHEMA", "SELECT"]
    }
  }

  grant {
    principal  = databricks_service_principal.etl.application_id
    privileges = ["USE_SCHEMA", "SELECT", "MODIFY", "CREATE_TABLE"]
  }
}

resource "databricks_volume" "landing" {
  name             = "landing"
  catalog_name     = databricks_catalog.lake.name
  schema_name      = databricks_schema.layer["bronze"].name
  volume_type      = "EXTERNAL"
  storage_location = "${databricks_external_location.layer["bronze"].url}landing"
  owner            = "data-engineers"
}

resource "databricks_pipeline" "medallion" {
  name       = "medallion"
  catalog    = databricks_catalog.lake.name
  target     = databricks_schema.layer["silver"].name
  serverless = true
  continuous = false
  channel    = "CURRENT"

  library {
    notebook {
      path = "/Repos/etl/lakehouse/medallion"
    }
  }

  notification {
    email_recipients = ["data-engineers@example.com"]
    alerts           = ["on-update-failure", "on-flow-failure"]
  }

  run_as {
    service_principal_name = databricks_service_principal.etl.application_id
  }
}

resource "databricks_job" "nightly" {
  name                = "nightly"
  timeout_seconds     = 7200
  max_concurrent_runs = 1

  run_as {
    service_principal_name = databricks_service_principal.etl.application_id
  }

  schedule {
    quartz_cron_expression = "0 0 2 * * ?"
    timezone_id            = "Europe/Berlin"
  }

  email_notifications {
    on_failure = ["data-engineers@example.com"]
  }

  task {
    task_key = "load"
    pipeline_task {
      pipeline_id = databricks_pipeline.medallion.id
    }
  }

  tags = { owner = "data-engineers" }
}

resource "databricks_sql_endpoint" "reports" {
  name                      = "reports"
  cluster_size              = "Small"
  auto_stop_mins            = 10
  warehouse_type            = "PRO"
  enable_serverless_compute = true

  tags {
    custom_tags {
      key   = "owner"
      value = "analysts"
    }
  }
}

resource "databricks_permissions" "reports" {
  sql_endpoint_id = databricks_sql_endpoint.reports.id

  access_control {
    group_name       = databricks_group.this["analysts"].display_name
    permission_level = "CAN_USE"
  }
}

resource "databricks_permissions" "nightly" {
  job_id = databricks_job.nightly.id

  access_control {
    group_name       = databricks_group.this["data-engineers"].display_name
    permission_level = "CAN_MANAGE_RUN"
  }

  access_control {
    service_principal_name = databricks_service_principal.etl.application_id
    permission_level       = "IS_OWNER"
  }
}

resource "databricks_quality_monitor" "sales" {
  table_name         = "${databricks_catalog.lake.name}.${databricks_schema.layer["gold"].name}.sales"
  assets_dir         = "/Shared/monitoring/sales"
  output_schema_name = "${databricks_catalog.lake.name}.${databricks_schema.layer["gold"].name}"

  snapshot {}
}
