# How many nodes are taken on demand is known only after the apply.

resource "databricks_cluster" "etl" {
  cluster_name  = "etl"
  spark_version = "16.4.x-scala2.12"

  azure_attributes {
    availability    = "SPOT_AZURE"
    first_on_demand = terraform_data.later.output
  }
}

resource "terraform_data" "later" {
  input = 0
}
