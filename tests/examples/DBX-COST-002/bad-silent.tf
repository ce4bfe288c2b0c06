# Nobody is told.
#: --apply

resource "databricks_budget" "all" {
  display_name = "all"

  alert_configurations {
    quantity_threshold = "1000"
  }
}
