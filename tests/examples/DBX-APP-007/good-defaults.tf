# Nothing is written.
#: --apply

resource "databricks_database_instance" "orders" {
  name     = "orders"
  capacity = "CU_1"
}
