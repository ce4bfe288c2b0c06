# A check that fails.
#: --apply

resource "terraform_data" "one" {}

check "sound" {
  assert {
    condition     = terraform_data.one.input != null
    error_message = "It is not sound."
  }
}
