# The version that Terraform writes since 0.12.
#: --apply
#: only state

resource "terraform_data" "one" {}
