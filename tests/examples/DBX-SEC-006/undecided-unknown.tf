# Known only after the apply.

resource "databricks_token" "ci" {
  comment          = "CI"
  lifetime_seconds = terraform_data.later.output
}

resource "terraform_data" "later" {
  input = 60
}
