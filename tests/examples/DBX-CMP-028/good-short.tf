# A quarter of an hour.

resource "databricks_instance_pool" "small" {
  instance_pool_name                    = "small"
  idle_instance_autotermination_minutes = 15
}
