# Spot workers, and a driver on demand.

resource "databricks_cluster" "etl" {
  cluster_name  = "etl"
  spark_version = "16.4.x-scala2.12"

  azure_attributes {
    availability    = "SPOT_WITH_FALLBACK_AZURE"
    first_on_demand = 1
  }
}
