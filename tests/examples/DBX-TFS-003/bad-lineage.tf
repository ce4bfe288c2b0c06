# Another lineage than recorded.
#: --apply
#: only state

resource "terraform_data" "one" {
  input = "x"
}
