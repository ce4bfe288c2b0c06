# The content is known only after the apply.

resource "databricks_notebook" "load" {
  path           = "/Applications/load"
  language       = "PYTHON"
  content_base64 = base64encode(terraform_data.later.output)
}

resource "terraform_data" "later" {
  input = "print(1)"
}
