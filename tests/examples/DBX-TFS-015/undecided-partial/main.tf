# The rest comes by -backend-config.
terraform {
  backend "s3" {
    key = "lakehouse/terraform.tfstate"
  }
}
