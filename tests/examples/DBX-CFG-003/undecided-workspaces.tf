# One name, maybe in two workspaces.

resource "databricks_secret_scope" "a" {
  name = "llm"
}

resource "databricks_secret_scope" "b" {
  provider = databricks.other
  name     = "llm"
}

provider "databricks" {
  alias = "other"
}
