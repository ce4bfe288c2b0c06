# Everyone may create any cluster.
#: --apply

data "databricks_group" "users" {
  display_name = "users"
}

resource "databricks_entitlements" "users" {
  group_id             = data.databricks_group.users.id
  allow_cluster_create = true
}
