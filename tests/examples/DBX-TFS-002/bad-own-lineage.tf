# A lineage that somebody wrote.
#: --apply
#: only state
#: set state:/lineage "prod"

resource "terraform_data" "one" {}
