# The setting goes, and the workspace falls back to its default.

resource "databricks_group" "etl" {
  display_name = "etl"
}
