# A group may create instance pools.
#: --apply

resource "databricks_group" "etl" {
  display_name               = "etl"
  allow_instance_pool_create = true
}
