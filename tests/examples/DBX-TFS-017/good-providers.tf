# Known providers.

resource "databricks_grants" "sales" {
  catalog = "sales"

  grant {
    principal  = "ml-team"
    privileges = ["USE_CATALOG"]
  }
}

resource "terraform_data" "one" {
  input = "x"
}
