# A plan of the whole configuration.

resource "terraform_data" "one" {}
