# What is depended on was taken out of the state.
#: --apply
#: only state
#: drop state:/resources/0

resource "terraform_data" "one" {}

resource "terraform_data" "two" {
  input = terraform_data.one.id
}
