# Known only after the apply.

resource "databricks_git_credential" "ci" {
  git_provider          = "gitHub"
  git_username          = "deploy"
  personal_access_token = terraform_data.later.output
}

resource "terraform_data" "later" {
  input = "hunter2-hunter2"
}
