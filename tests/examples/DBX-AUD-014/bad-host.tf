# A host that nobody allowed.
#: --apply

resource "databricks_repo" "etl" {
  url  = "https://git.example.net/acme/etl.git"
  path = "/Repos/deploy/etl"
}
