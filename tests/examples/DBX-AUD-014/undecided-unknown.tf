# Known only after the apply.

resource "databricks_repo" "etl" {
  url  = terraform_data.later.output
  path = "/Repos/deploy/etl"
}

resource "terraform_data" "later" {
  input = "https://github.com/acme/etl.git"
}
