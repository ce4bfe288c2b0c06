# The recorded lineage.
#: --apply
#: only state
#: set state:/lineage "8ac9ae2e-dc90-fc6f-07e9-e0a885d24582"

resource "terraform_data" "one" {
  input = "x"
}
