# The version is known only after the apply.

resource "databricks_library" "langchain" {
  cluster_id = "0415-1"

  pypi {
    package = terraform_data.later.output
  }
}

resource "terraform_data" "later" {
  input = "langchain==0.1.5"
}
