# A provider of another namespace.
#: --apply
#: set plan:/resource_changes/0/provider_name "registry.terraform.io/datalabs/databricks"
#: set state:/resources/0/provider "provider[\"registry.terraform.io/datalabs/databricks\"]"

resource "databricks_grants" "sales" {
  catalog = "sales"

  grant {
    principal  = "ml-team"
    privileges = ["USE_CATALOG"]
  }
}
