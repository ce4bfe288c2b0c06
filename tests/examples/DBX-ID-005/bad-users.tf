# Everyone may create instance pools.
#: --apply

data "databricks_group" "users" {
  display_name = "users"
}

resource "databricks_entitlements" "users" {
  group_id                   = data.databricks_group.users.id
  allow_instance_pool_create = true
}
