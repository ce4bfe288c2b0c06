# A newer serial than recorded.
#: --apply
#: only state
#: set state:/serial 8

resource "terraform_data" "one" {
  input = "x"
}
