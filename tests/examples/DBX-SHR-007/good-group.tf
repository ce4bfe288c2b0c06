# A group answers for sharing.
#: --apply

resource "databricks_grants" "lake" {
  metastore = "5f0d3a1c-7d52-4c1e-9a55-0d6a3c1b2e4f"

  grant {
    principal  = "data-sharing"
    privileges = ["CREATE_SHARE", "CREATE_RECIPIENT"]
  }
}
