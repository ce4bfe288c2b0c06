# The name comes with the apply.

resource "terraform_data" "who" {
  input = "catalog-owners"
}

resource "databricks_metastore" "lake" {
  name   = "lake"
  region = "westeurope"
  owner  = terraform_data.who.output
}
