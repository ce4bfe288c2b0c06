# The index is known only after the apply.

resource "databricks_library" "langchain" {
  cluster_id = "0415-1"

  pypi {
    package = "langchain==0.1.5"
    repo    = terraform_data.later.output
  }
}

resource "terraform_data" "later" {
  input = "https://pypi.example.com/simple"
}
