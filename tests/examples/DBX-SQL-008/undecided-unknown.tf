# Who asks is known only after the apply.

resource "databricks_dashboard" "sales" {
  display_name         = "sales"
  warehouse_id         = "0415"
  parent_path          = "/Applications/sales"
  serialized_dashboard = "{}"
  embed_credentials    = terraform_data.later.output
}

resource "terraform_data" "later" {
  input = true
}
