# Everyone makes catalogs, and one person credentials.
#: --apply

resource "databricks_grants" "lake" {
  metastore = "5f0d3a1c-7d52-4c1e-9a55-0d6a3c1b2e4f"

  grant {
    principal  = "account users"
    privileges = ["CREATE_CATALOG"]
  }

  grant {
    principal  = "someone@example.com"
    privileges = ["CREATE_STORAGE_CREDENTIAL"]
  }
}
