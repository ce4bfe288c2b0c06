# A plan that was made to its end.

resource "terraform_data" "one" {}
