# What is depended on is there.
#: --apply
#: only state

resource "terraform_data" "one" {}

resource "terraform_data" "two" {
  input = terraform_data.one.id
}
