# A state of before Terraform 0.13.
#: --apply
#: only state
#: set state:/resources/0/provider "provider[\"registry.terraform.io/-/databricks\"]"

resource "databricks_grants" "sales" {
  catalog = "sales"

  grant {
    principal  = "ml-team"
    privileges = ["USE_CATALOG"]
  }
}
