# Whose id this is the document does not show.
#: --apply

resource "databricks_permission_assignment" "assignment" {
  principal_id = 4711
  permissions  = ["ADMIN"]
}
