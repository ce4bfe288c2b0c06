# An object whose creation failed half way.
#: --apply
#: only state
#: set state:/resources/0/instances/0/status "tainted"

resource "terraform_data" "one" {}
