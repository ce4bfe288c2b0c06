# Terraform before 1.8 does not say whether a plan is whole: what it says is dropped.
#: drop /complete
#: drop /applyable

resource "terraform_data" "one" {}
