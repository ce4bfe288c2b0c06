# A person owns it.
#: --apply

resource "databricks_catalog" "prod" {
  name  = "prod"
  owner = "someone@example.com"
}
