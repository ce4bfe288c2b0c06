# A group without members.
#: --apply

resource "databricks_group" "etl" {
  display_name = "etl"
}
