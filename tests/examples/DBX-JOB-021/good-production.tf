# A catalog of production.

resource "databricks_job" "job" {
  name = "nightly"

  parameter {
    name    = "catalog"
    default = "sales_prod"
  }
}
