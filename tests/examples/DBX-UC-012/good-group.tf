# A group of the platform team.
#: --apply

resource "databricks_grants" "lake" {
  metastore = "5f0d3a1c-7d52-4c1e-9a55-0d6a3c1b2e4f"

  grant {
    principal  = "platform"
    privileges = ["CREATE_CATALOG", "CREATE_EXTERNAL_LOCATION"]
  }
}
