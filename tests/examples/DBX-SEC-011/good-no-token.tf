# Set outside of Terraform.

resource "databricks_git_credential" "ci" {
  git_provider = "gitHub"
  git_username = "deploy"
}
