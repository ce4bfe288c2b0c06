# An older serial than recorded.
#: --apply
#: only state
#: set state:/serial 6

resource "terraform_data" "one" {
  input = "x"
}
