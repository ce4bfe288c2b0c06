# Whatever is newest.
#: --apply

resource "databricks_library" "langchain" {
  cluster_id = "0415-1"

  pypi {
    package = "langchain"
  }
}

resource "databricks_cluster" "etl" {
  cluster_name  = "etl"
  spark_version = "16.4.x-scala2.12"

  library {
    maven {
      coordinates = "com.example:etl"
    }
  }
}
