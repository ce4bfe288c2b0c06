# Where the code lies is known only after the apply.

resource "databricks_pipeline" "bronze" {
  name = "bronze"

  library {
    notebook {
      path = terraform_data.later.output
    }
  }
}

resource "terraform_data" "later" {
  input = "/Applications/load"
}
