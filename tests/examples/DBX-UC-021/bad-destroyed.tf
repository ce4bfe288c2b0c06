# A model is destroyed.

resource "terraform_data" "one" {}
