# From an index that nobody approved.
#: --apply

resource "databricks_library" "langchain" {
  cluster_id = "0415-1"

  pypi {
    package = "langchain==0.1.5"
    repo    = "http://pypi.example.com/simple"
  }
}
