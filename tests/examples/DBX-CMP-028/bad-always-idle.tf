# Five instances idle day and night.
#: --apply

resource "databricks_instance_pool" "small" {
  instance_pool_name                    = "small"
  min_idle_instances                    = 5
  idle_instance_autotermination_minutes = 600
}
