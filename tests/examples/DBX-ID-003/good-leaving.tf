# The user goes, and the identity provider brings it.

resource "databricks_group" "etl" {
  display_name = "etl"
}
