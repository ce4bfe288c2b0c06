# The metastore is made elsewhere.

resource "databricks_catalog" "prod" {
  name = "prod"
}
