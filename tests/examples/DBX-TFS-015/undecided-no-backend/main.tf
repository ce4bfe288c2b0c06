# Nothing says where the state is kept.
terraform {
  required_version = "~> 1.11"
}
