# A token in the notebook, in the home of a person.
#: --apply

resource "databricks_notebook" "load" {
  path           = "/Users/someone@example.com/load"
  language       = "PYTHON"
  content_base64 = base64encode("token = 'dapi00112233445566778899aabbccddeeff'")
}
