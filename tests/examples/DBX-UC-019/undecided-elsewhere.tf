# Comes with the apply.

resource "terraform_data" "elsewhere" {
  input = true
}

resource "databricks_schema" "sales" {
  catalog_name  = "prod"
  name          = "sales"
  force_destroy = terraform_data.elsewhere.output
}
