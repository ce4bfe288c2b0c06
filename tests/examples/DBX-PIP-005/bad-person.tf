# A person.
#: --apply

resource "databricks_pipeline" "bronze" {
  name = "bronze"

  run_as {
    user_name = "someone@example.com"
  }
}
