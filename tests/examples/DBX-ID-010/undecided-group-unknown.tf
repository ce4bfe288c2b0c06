# Which group gets the member is known only after the apply.

resource "terraform_data" "later" {
  input = "12"
}

resource "databricks_group" "etl" {
  display_name = "etl"
}

resource "databricks_group_member" "member" {
  group_id  = terraform_data.later.output
  member_id = "4711"
}
