# Comes with the apply.

resource "terraform_data" "elsewhere" {
  input = "Orders"
}

resource "databricks_schema" "sales" {
  catalog_name = "prod"
  name         = "sales"
  comment      = terraform_data.elsewhere.output
}
