# The state lies beside the code.
terraform {
  backend "local" {
    path = "terraform.tfstate"
  }
}
