# A plan that ended with an error.
#: set /errored true

resource "terraform_data" "one" {}
