# One version.

resource "databricks_library" "langchain" {
  cluster_id = "0415-1"

  pypi {
    package = "langchain==0.1.5"
  }
}
