# Only the apply tells whether there is a second.

resource "databricks_mws_networks" "own" {
  account_id         = "0f1e2d3c-1111-4222-8333-444455556666"
  network_name       = "own"
  vpc_id             = "vpc-1"
  subnet_ids         = ["subnet-1", "subnet-2"]
  security_group_ids = ["sg-1"]

  vpc_endpoints {
    rest_api        = ["api"]
    dataplane_relay = timestamp() == "" ? [] : ["relay"]
  }
}
