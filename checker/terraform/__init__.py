"""Evaluates a Terraform configuration without Terraform: what it says of every resource, and what it cannot say yet."""
