# Takes over a service principal that is there already, and deletes its home folder.
#: --apply

resource "databricks_service_principal" "runner" {
  display_name          = "runner"
  force                 = true
  force_delete_home_dir = true
}
