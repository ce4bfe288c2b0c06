# A group owns it.

resource "databricks_catalog" "prod" {
  name  = "prod"
  owner = "data-owners"
}
