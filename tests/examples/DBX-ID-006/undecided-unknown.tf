# Whether the person has access is known only after the apply.

resource "terraform_data" "later" {
  input = true
}

resource "databricks_entitlements" "entitlements" {
  user_id          = "4711"
  workspace_access = terraform_data.later.output
}
