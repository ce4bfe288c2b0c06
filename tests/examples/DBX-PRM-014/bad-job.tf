# A job that nobody else can see.
#: --apply

resource "databricks_job" "job" {
  name = "nightly"
}
