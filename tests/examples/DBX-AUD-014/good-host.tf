# An allowed host.

resource "databricks_repo" "etl" {
  url  = "https://github.com/acme/etl.git"
  path = "/Repos/deploy/etl"
}
