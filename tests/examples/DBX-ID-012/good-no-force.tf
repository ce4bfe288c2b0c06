# Makes a service principal.
#: --apply

resource "databricks_service_principal" "runner" {
  display_name = "runner"
}
