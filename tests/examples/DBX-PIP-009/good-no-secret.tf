# Nothing secret, where only deployments write.

resource "databricks_notebook" "load" {
  path           = "/Applications/load"
  language       = "PYTHON"
  content_base64 = base64encode("print(1)")
}
