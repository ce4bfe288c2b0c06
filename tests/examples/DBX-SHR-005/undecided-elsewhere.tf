# What it is comes with the apply.

resource "terraform_data" "elsewhere" {
  input = "TABLE"
}

resource "databricks_share" "sales" {
  name = "sales"

  object {
    name             = "prod.sales.orders"
    data_object_type = terraform_data.elsewhere.output
  }
}
