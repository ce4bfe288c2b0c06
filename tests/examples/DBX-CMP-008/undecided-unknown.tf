# The password is known only after the apply.

resource "databricks_cluster" "etl" {
  cluster_name  = "etl"
  spark_version = "16.4.x-scala2.12"

  docker_image {
    url = "registry.example.com/etl:1.2"

    basic_auth {
      username = "etl"
      password = terraform_data.later.output
    }
  }
}

resource "terraform_data" "later" {
  input = "later"
}
