# The group may not create any cluster.
#: --apply

resource "databricks_group" "etl" {
  display_name         = "etl"
  allow_cluster_create = false
}
