# A tag.

resource "databricks_job" "job" {
  name = "nightly"

  git_source {
    url      = "https://git.example.com/chatbot"
    provider = "gitHub"
    tag      = "v1.2.0"
  }
}
