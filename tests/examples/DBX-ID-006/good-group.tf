# A group has access.
#: --apply

resource "databricks_group" "etl" {
  display_name = "etl"
}

resource "databricks_entitlements" "entitlements" {
  group_id         = databricks_group.etl.id
  workspace_access = true
}
