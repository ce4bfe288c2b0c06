# The state before an output was added.

resource "terraform_data" "one" {}
