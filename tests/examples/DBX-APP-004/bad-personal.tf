# The code lies in the home of a person.
#: --apply

resource "databricks_app" "app" {
  name             = "chat"
  source_code_path = "/Workspace/Users/bob@example.com/chat"
}
