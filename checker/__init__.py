"""tfcheck: policy-as-code compliance checks for Terraform, strongest on Databricks."""

__version__ = "0.1.0"
