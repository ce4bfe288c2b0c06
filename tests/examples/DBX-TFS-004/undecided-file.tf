# A file of which nothing is recorded.
#: --apply
#: only state

resource "terraform_data" "one" {
  input = "x"
}
