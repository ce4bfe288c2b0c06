# A branch.
#: --apply

resource "databricks_job" "job" {
  name = "nightly"

  git_source {
    url      = "https://git.example.com/chatbot"
    provider = "gitHub"
    branch   = "main"
  }
}
