# Whether passwords are let in is known only after the apply.

resource "terraform_data" "later" {
  input = true
}

resource "databricks_database_instance" "orders" {
  name                   = "orders"
  capacity               = "CU_1"
  enable_pg_native_login = terraform_data.later.output
}
