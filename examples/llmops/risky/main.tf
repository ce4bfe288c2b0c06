# The LLMOps project as it should not be: the wrong people hold the wrong rights, jobs run
# as a person and from that person's folder, the training tasks are out of sequence, and a
# token stands in the configuration. Every value is invented, the token too.

terraform {
  required_version = ">= 1.5"

  required_providers {
    databricks = {
      source  = "databricks/databricks"
      version = ">= 1.40.0"
    }
  }
}

# Host and credentials come from the environment.
provider "databricks" {}

variable "target" {
  description = "The deployment target; also the name of its catalog."
  type        = string
  default     = "prod"
}

variable "cluster_id" {
  description = "The cluster that both jobs run on."
  type        = string
  default     = "0415-213012-yi87kqjn"
}

variable "job_runner" {
  description = "The person that the jobs run as."
  type        = string
  default     = "someone@example.com"
}

variable "endpoint_token" {
  description = "What the serving endpoint is called with."
  type        = string
  sensitive   = true
  default     = "dapi0123456789abcdef0123456789abcdef"
}

locals {
  project   = "LLMOps"
  files     = "/Users/${var.job_runner}/.bundle/${local.project}/${var.target}/files"
  notebooks = "${local.files}/training/notebooks"
  tags      = { project = local.project, env = var.target }
}

resource "databricks_registered_model" "model" {
  catalog_name     = var.target
  schema_name      = local.project
  name             = "${local.project}-model"
  comment          = "Chatbot model of the LLMOps project, target ${var.target}."
  storage_location = "abfss://models@llmopsprod.dfs.core.windows.net/${var.target}/${local.project}-model"
}

resource "databricks_grants" "registered_model_model" {
  # Unity Catalog keeps a registered model as a function: bundles write it so.
  function = databricks_registered_model.model.id

  grant {
    principal  = "ml-interns"
    privileges = ["ALL_PRIVILEGES", "EXECUTE"]
  }
}

resource "databricks_mlflow_experiment" "experiment" {
  name        = "/Shared/${var.target}-${local.project}-experiment"
  description = "Runs of the LLMOps project, target ${var.target}."
}

resource "databricks_permissions" "mlflow_experiment_experiment" {
  experiment_id = databricks_mlflow_experiment.experiment.id

  access_control {
    group_name       = "users"
    permission_level = "CAN_MANAGE"
  }
}

resource "databricks_job" "batch_inference_job" {
  name                = "${var.target}-${local.project}-batch-inference-job"
  max_concurrent_runs = 1

  schedule {
    quartz_cron_expression = "0 0 11 * * ?" # every day at 11:00 UTC
    timezone_id            = "UTC"
  }

  task {
    task_key            = "batch_inference_job"
    existing_cluster_id = var.cluster_id

    notebook_task {
      notebook_path = "${local.files}/deployment/batch_inference/notebooks/BatchInference"
      base_parameters = {
        env        = var.target
        model_name = databricks_registered_model.model.id
      }
    }
  }

  run_as {
    user_name = var.job_runner
  }
}

resource "databricks_job" "model_training_job" {
  name                = "${var.target}-${local.project}-model-training-job"
  max_concurrent_runs = 1
  tags                = local.tags

  task {
    task_key            = "data_preparation"
    existing_cluster_id = var.cluster_id

    notebook_task {
      notebook_path   = "${local.notebooks}/01_pdf_chunks_embeddings"
      base_parameters = { env = var.target }
    }
  }

  task {
    task_key            = "chatbot_chain"
    existing_cluster_id = var.cluster_id

    depends_on {
      task_key = "data_preparation"
    }

    notebook_task {
      notebook_path = "${local.notebooks}/02_advanced_chatbot_chain"
      base_parameters = {
        env             = var.target
        experiment_name = databricks_mlflow_experiment.experiment.name
        model_name      = databricks_registered_model.model.id
      }
    }
  }

  task {
    task_key            = "offline_evaluation"
    existing_cluster_id = var.cluster_id

    notebook_task {
      notebook_path = "${local.notebooks}/03_offline_evaluation"
      base_parameters = {
        env             = var.target
        experiment_name = databricks_mlflow_experiment.experiment.name
      }
    }
  }

  task {
    task_key            = "deploy_model"
    existing_cluster_id = var.cluster_id

    depends_on {
      task_key = "offline_evaluation"
    }

    notebook_task {
      notebook_path = "${local.notebooks}/04_deploy_model_as_endpoint"
      base_parameters = {
        env        = var.target
        model_name = databricks_registered_model.model.id
      }
    }
  }

  run_as {
    user_name = var.job_runner
  }
}

resource "databricks_permissions" "job_batch_inference_job" {
  job_id = databricks_job.batch_inference_job.id

  access_control {
    group_name       = "users"
    permission_level = "CAN_MANAGE_RUN"
  }
}

resource "databricks_secret_scope" "app" {
  name = "llmops"
}

resource "databricks_secret" "endpoint_token" {
  scope        = databricks_secret_scope.app.name
  key          = "endpoint-token"
  string_value = var.endpoint_token
}
