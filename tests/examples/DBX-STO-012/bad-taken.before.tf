# A workspace of another configuration has a metastore.

resource "databricks_metastore_assignment" "analytics" {
  metastore_id = "0f1e2d3c-1111-4222-8333-444455556666"
  workspace_id = 1234567890123456
}
