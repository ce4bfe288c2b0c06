"""Evaluates a Terraform configuration without Terraform."""
