# Every example is planned beside this file.
terraform {
  required_providers {
    databricks = {
      source = "databricks/databricks"
    }
  }
}

# Host and credentials come from the environment.
provider "databricks" {}
