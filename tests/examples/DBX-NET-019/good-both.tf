# Both endpoints.

resource "databricks_mws_networks" "own" {
  account_id         = "0f1e2d3c-1111-4222-8333-444455556666"
  network_name       = "own"
  vpc_id             = "vpc-1"
  subnet_ids         = ["subnet-1", "subnet-2"]
  security_group_ids = ["sg-1"]

  vpc_endpoints {
    rest_api        = [databricks_mws_vpc_endpoint.api.vpc_endpoint_id]
    dataplane_relay = ["relay"]
  }
}

resource "databricks_mws_vpc_endpoint" "api" {
  vpc_endpoint_name   = "api"
  region              = "eu-west-1"
  aws_vpc_endpoint_id = "vpce-1"
}
