# A check of what is known only after the apply.

resource "terraform_data" "one" {}

check "sound" {
  assert {
    condition     = terraform_data.one.id != ""
    error_message = "It is not sound."
  }
}
