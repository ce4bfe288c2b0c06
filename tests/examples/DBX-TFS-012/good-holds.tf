# A check that holds.
#: --apply

resource "terraform_data" "one" {}

check "sound" {
  assert {
    condition     = 1 + 1 == 2 && terraform_data.one.input == null
    error_message = "It is not sound."
  }
}
