# A plan of what -target names.
#: -- -target=terraform_data.one

resource "terraform_data" "one" {}

resource "terraform_data" "other" {}
