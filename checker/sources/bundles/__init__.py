"""Reads what Databricks bundles keep: their configuration, generated Terraform, states, plans and metadata."""
