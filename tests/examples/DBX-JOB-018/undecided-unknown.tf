# Whether it follows a branch is known only after the apply.

resource "databricks_job" "job" {
  name = "nightly"

  git_source {
    url      = "https://git.example.com/chatbot"
    provider = "gitHub"
    branch   = terraform_data.later.output
  }
}

resource "terraform_data" "later" {
  input = "main"
}
