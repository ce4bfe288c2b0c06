# Whether there are keys is known only after the apply.

resource "databricks_cluster" "etl" {
  cluster_name  = "etl"
  spark_version = "16.4.x-scala2.12"
  ssh_public_keys = terraform_data.keys.output
}

resource "terraform_data" "keys" {
  input = ["ssh-rsa AAAAB3 someone"]
}
