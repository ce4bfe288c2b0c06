# The grants that were made.

resource "databricks_grants" "sales" {
  catalog = "sales"

  grant {
    principal  = "ml-team"
    privileges = ["USE_CATALOG"]
  }
}
