# Lets in whoever has a password, and leaves nothing to restore.
#: --apply

resource "databricks_database_instance" "orders" {
  name                     = "orders"
  capacity                 = "CU_1"
  enable_pg_native_login   = true
  purge_on_delete          = true
  retention_window_in_days = 2
}
