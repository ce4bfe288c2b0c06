# Open to all workspaces, since nobody says otherwise.
#: --apply

resource "databricks_catalog" "prod" {
  name = "sales_prod"
}
