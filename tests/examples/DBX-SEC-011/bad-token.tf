# A token.
#: --apply

resource "databricks_git_credential" "ci" {
  git_provider          = "gitHub"
  git_username          = "deploy"
  personal_access_token = "hunter2-hunter2"
}
