# An older version.
#: --apply
#: set /terraform_version "1.4.6"

resource "terraform_data" "one" {}
