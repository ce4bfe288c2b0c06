# The catalog is let go.

removed {
  from = databricks_catalog.sales

  lifecycle {
    destroy = false
  }
}
