# A state without lineage.
#: --apply
#: only state
#: set state:/lineage ""

resource "terraform_data" "one" {}
