# The job goes, and its permissions with it.

resource "terraform_data" "one" {}
