# A plan that takes over what changed outside Terraform.
#: -- -refresh-only

resource "terraform_data" "one" {}

output "one" {
  value = terraform_data.one.id
}
