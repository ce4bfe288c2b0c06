# Terraform before 1.5 does not say whether planning failed: what it says is dropped.
#: drop /errored

resource "terraform_data" "one" {}
