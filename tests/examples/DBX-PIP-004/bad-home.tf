# The home of a person.
#: --apply

resource "databricks_pipeline" "bronze" {
  name = "bronze"

  library {
    notebook {
      path = "/Users/someone@example.com/load"
    }
  }
}
