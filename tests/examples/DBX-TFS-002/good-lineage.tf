# The lineage that Terraform gives.
#: --apply
#: only state

resource "terraform_data" "one" {}
