# A lock file beside the state.
terraform {
  backend "s3" {
    bucket       = "acme-terraform"
    key          = "lakehouse/terraform.tfstate"
    region       = "eu-central-1"
    use_lockfile = true
  }
}
