# Everyone.
#: --apply

resource "databricks_grants" "all" {
  external_location = "raw"

  grant {
    principal  = "account users"
    privileges = ["READ_FILES"]
  }
}
