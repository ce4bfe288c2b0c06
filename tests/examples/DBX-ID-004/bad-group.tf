# A group may create any cluster.
#: --apply

resource "databricks_group" "etl" {
  display_name         = "etl"
  allow_cluster_create = true
}
