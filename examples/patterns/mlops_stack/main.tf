# The stack that trains, validates and serves a model of the catalog of its environment.
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

data "databricks_service_principal" "mlops" {
  application_id = "1f0f8a5c-5b5e-4d53-9d5e-0c8f3a9b7d21"
}

resource "databricks_mlflow_experiment" "training" {
  name = "/Shared/mlops/${var.environment}-churn-experiment"
}

resource "databricks_permissions" "experiment" {
  experiment_id = databricks_mlflow_experiment.training.id

  access_control {
    group_name       = "users"
    permission_level = "CAN_READ"
  }
}

resource "databricks_registered_model" "churn" {
  name         = "churn"
  catalog_name = var.environment
  schema_name  = "mlops"
  comment      = "Tells who is about to leave. Owned by the team customer-analytics."
  owner        = "mlops-admins"
}

resource "databricks_grants" "churn" {
  model = databricks_registered_model.churn.id

  grant {
    principal  = "account users"
    privileges = ["EXECUTE"]
  }
}

resource "databricks_job" "training" {
  name                = "${var.environment}-churn-training"
  max_concurrent_runs = 1
  timeout_seconds     = 10800

  run_as {
    service_principal_name = data.databricks_service_principal.mlops.application_id
  }

  git_source {
    url      = "https://github.com/example/churn"
    provider = "gitHub"
    tag      = "v1.4.0"
  }

  job_cluster {
    job_cluster_key = "training"
    new_cluster {
      spark_version      = "15.4.x-cpu-ml-scala2.12"
      node_type_id       = "Standard_D8ds_v5"
      num_workers        = 3
      data_security_mode = "SINGLE_USER"
      custom_tags        = { owner = "customer-analytics" }
    }
  }

  task {
    task_key        = "train"
    job_cluster_key = "training"
    notebook_task {
      notebook_path = "training/train"
      source        = "GIT"
      base_parameters = {
        experiment_name = databricks_mlflow_experiment.training.name
        model_name      = "${var.environment}.mlops.churn"
      }
    }
  }

  task {
    task_key        = "validate"
    job_cluster_key = "training"
    depends_on {
      task_key = "train"
    }
    notebook_task {
      notebook_path   = "validation/validate"
      source          = "GIT"
      base_parameters = { run_mode = "enabled" }
    }
  }

  task {
    task_key        = "deploy"
    job_cluster_key = "training"
    depends_on {
      task_key = "validate"
    }
    notebook_task {
      notebook_path = "deployment/deploy"
      source        = "GIT"
    }
  }

  schedule {
    quartz_cron_expression = "0 0 9 * * ?"
    timezone_id            = "UTC"
  }

  email_notifications {
    on_failure = ["customer-analytics@example.com"]
  }

  tags = { owner = "customer-analytics" }
}

resource "databricks_permissions" "training" {
  job_id = databricks_job.training.id

  access_control {
    group_name       = "customer-analytics"
    permission_level = "CAN_VIEW"
  }

  access_control {
    service_principal_name = data.databricks_service_principal.mlops.application_id
    permission_level       = "IS_OWNER"
  }
}

resource "databricks_model_serving" "churn" {
  name = "${var.environment}-churn"

  config {
    served_entities {
      name                  = "churn"
      entity_name           = "${var.environment}.mlops.churn"
      entity_version        = "12"
      workload_size         = "Small"
      scale_to_zero_enabled = false
      environment_vars      = { FEATURE_STORE_TOKEN = "{{secrets/churn/feature-store}}" }
    }

    traffic_config {
      routes {
        served_model_name  = "churn"
        traffic_percentage = 100
      }
    }
  }

  ai_gateway {
    usage_tracking_config {
      enabled = true
    }
    inference_table_config {
      enabled           = true
      catalog_name      = var.environment
      schema_name       = "mlops"
      table_name_prefix = "churn"
    }
    rate_limits {
      calls          = 100
      key            = "user"
      renewal_period = "minute"
    }
  }

  tags {
    key   = "owner"
    value = "customer-analytics"
  }
}

resource "databricks_permissions" "serving" {
  serving_endpoint_id = databricks_model_serving.churn.serving_endpoint_id

  access_control {
    group_name       = "crm-backend"
    permission_level = "CAN_QUERY"
  }
}

resource "databricks_secret_scope" "churn" {
  name = "churn"
}

resource "databricks_secret_acl" "churn" {
  scope      = databricks_secret_scope.churn.name
  principal  = data.databricks_service_principal.mlops.application_id
  permission = "READ"
}
