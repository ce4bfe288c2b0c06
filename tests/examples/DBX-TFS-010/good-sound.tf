# A state after an apply that succeeded.
#: --apply
#: only state

resource "terraform_data" "one" {}
