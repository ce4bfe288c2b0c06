# The code lies where only deployments write.
#: --apply

resource "databricks_app" "app" {
  name             = "chat"
  source_code_path = "/Workspace/Applications/chat"
}
