# Whether the group may create any cluster is known only after the apply.

resource "terraform_data" "later" {
  input = true
}

resource "databricks_group" "etl" {
  display_name         = "etl"
  allow_cluster_create = terraform_data.later.output
}
