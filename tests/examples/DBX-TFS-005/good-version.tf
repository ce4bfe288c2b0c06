# A version that is new enough for tfcheck.yaml.
#: --apply

resource "terraform_data" "one" {}
