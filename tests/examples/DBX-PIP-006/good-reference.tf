# A reference to a secret.

resource "databricks_pipeline" "bronze" {
  name = "bronze"

  configuration = {
    "source.password" = "{{secrets/source/password}}"
  }
}
