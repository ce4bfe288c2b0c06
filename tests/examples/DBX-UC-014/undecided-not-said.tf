# Whoever applies owns it.

resource "databricks_catalog" "prod" {
  name = "prod"
}
