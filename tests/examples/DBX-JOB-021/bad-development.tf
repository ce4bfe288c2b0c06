# A catalog of development.
#: --apply

resource "databricks_job" "job" {
  name = "nightly"

  parameter {
    name    = "catalog"
    default = "sales_dev"
  }
}
