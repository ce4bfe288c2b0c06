# Nothing says whose costs these are.
#: --apply

resource "databricks_app" "app" {
  name = "chat"
}
