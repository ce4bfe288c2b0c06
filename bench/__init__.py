"""Measures tfcheck against `json.load` on Terraform files of any size."""
