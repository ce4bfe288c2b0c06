# Two applies at one time overwrite each other's state.
terraform {
  backend "s3" {
    bucket = "acme-terraform"
    key    = "lakehouse/terraform.tfstate"
    region = "eu-central-1"
  }
}
